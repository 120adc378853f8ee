"use client";

import { keyOf } from "#components/ui/key-of.ts";
import { isTyping } from "#components/ui/typing.ts";
import { useKeyDown } from "#components/ui/use-key-down.ts";
import type { Reveal } from "#lib/domain/pair/room.ts";
import { discardFaults } from "./decision-bar.tsx";
import type { PairHand } from "./use-pair.ts";

/** The keys of the page of a pair; while something is typed or a dialog is open, none of them acts. */
export function usePairKeys(hand: PairHand, reveal: Reveal | null): void {
  useKeyDown((event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || event.repeat || hand.busy) return;
    if (isTyping(event.target) || document.querySelector("[role=dialog], [role=menu]")) return;
    const act = actsOf(hand, reveal)[keyOf(event)];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function actsOf(hand: PairHand, reveal: Reveal | null): Record<string, () => void> {
  const always = { d: () => hand.setMarked(!hand.marked), s: hand.next, "Mod+z": hand.undo };
  if (!reveal) {
    return {
      ...always,
      "1": () => hand.answer("first"),
      "2": () => hand.answer("second"),
      "3": () => hand.answer("neither"),
    };
  }
  if (reveal.decision) return { ...always, n: hand.next };
  if (hand.isAsking) {
    const faults = discardFaults.map((fault, index) => [
      String(index + 1),
      () => hand.decide({ kind: "discard", fault }),
    ]);
    return { ...always, ...Object.fromEntries(faults), Escape: () => hand.setAsking(false) };
  }
  return {
    ...always,
    k: () => hand.decide({ kind: "keep" }),
    f: () => hand.decide({ kind: "flip" }),
    x: () => hand.setAsking(true),
  };
}
