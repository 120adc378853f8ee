"use client";

import { useOffer } from "#components/palette/palette-context.tsx";
import { keyOf } from "#components/ui/key-of.ts";
import { isTyping } from "#components/ui/typing.ts";
import { useKeyDown } from "#components/ui/use-key-down.ts";
import { paletteStrings } from "#lib/domain/strings/palette.ts";
import type { PairAct } from "./pair-acts.ts";

/**
 * The keys of the page of a pair, and its part of the palette; while something is typed or a dialog is open, or the page is
 * on its way elsewhere, none of them acts.
 */
export function usePairKeys(acts: readonly PairAct[], busy: boolean): void {
  useOffer(() => ({ title: paletteStrings.thisPair, acts }));
  useKeyDown((event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || event.repeat || busy) return;
    if (isTyping(event.target) || document.querySelector("[role=dialog], [role=menu]")) return;
    const act = acts.find(({ key }) => key === keyOf(event));
    if (!act) return;
    event.preventDefault();
    act.run();
  });
}
