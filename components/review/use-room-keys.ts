"use client";

import { useOffer } from "#components/palette/palette-context.tsx";
import { keyOf } from "#components/ui/key-of.ts";
import { isTyping } from "#components/ui/typing.ts";
import { useKeyDown } from "#components/ui/use-key-down.ts";
import { paletteStrings } from "#lib/domain/strings/palette.ts";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { useRoomActs } from "./room-acts.ts";
import { useSubmission } from "./submission.tsx";

const { acts: names } = roomStrings;

/**
 * The keys of the room, and its part of the palette. While something is typed, only submitting acts; while a dialog,
 * menu or panel is open, or the room is on its way to another record, nothing does.
 */
export function useRoomKeys(): void {
  const acts = useRoomActs();
  const { busy } = useSubmission();
  useOffer(() => ({
    title: paletteStrings.thisRecord,
    acts: acts.filter(({ name }) => name !== names.palette),
  }));

  useKeyDown((event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const key = keyOf(event);
    const act = acts.find((one) => one.key === key);
    if (!act || busy || (isTyping(event.target) && !act.whileTyping) || isSomethingOpen()) return;
    if (act.isArrow && hasOwnArrows(event.target)) return;
    event.preventDefault();
    if (!event.repeat || act.repeats) act.run();
  });
}

/** Controls that arrow keys act on themselves. */
function hasOwnArrows(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, [role=tab], [role=menuitem], [role=slider]");
}

function isSomethingOpen(): boolean {
  return document.querySelector("[role=dialog], [role=alertdialog], [role=menu], [role=listbox]") !== null;
}
