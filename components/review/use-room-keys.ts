"use client";

import { useEffect, useEffectEvent } from "react";
import { labels } from "#lib/domain/deliberation/reply.ts";
import { useRoom } from "./room-context.tsx";
import { useRoomDecisions } from "./use-room-decisions.ts";
import { useRoomMoves } from "./use-room-moves.ts";

/**
 * The keys of the room. While something is typed, only submitting acts; while a dialog, menu or panel is open,
 * nothing does.
 */
export function useRoomKeys(): void {
  const { room, store } = useRoom();
  const moves = useRoomMoves();
  const decisions = useRoomDecisions();

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isSomethingOpen()) return;
    const withMod = event.ctrlKey || event.metaKey;
    if (withMod && event.key === "Enter") {
      event.preventDefault();
      if (!event.repeat) (room.standing === "offered" ? decisions.claim : decisions.submit)();
      return;
    }
    if (isTyping(event.target)) return;
    if (withMod && event.key === "z") return decisions.undoLast();
    if (withMod || event.altKey) return;

    const act = actOf(event);
    if (!act) return;
    event.preventDefault();
    act();
  });

  function actOf({ key, target, repeat }: KeyboardEvent): (() => void) | null {
    const moving = { ArrowUp: () => moves.move(-1), ArrowDown: () => moves.move(1) }[key];
    if (moving) return hasOwnArrows(target) ? null : moving;
    if (repeat) return null;
    const anywhere = {
      ArrowLeft: hasOwnArrows(target) ? undefined : decisions.previous,
      ArrowRight: hasOwnArrows(target) ? undefined : decisions.next,
      "?": () => store.setState({ panel: "keys" }),
    }[key];
    if (anywhere || room.standing !== "reviewing") return anywhere ?? null;

    const label = labels[Number(key) - 1];
    if (label) return () => moves.label(label);
    const { focused } = store.getState();
    return (
      {
        e: () => moves.startEditing(focused),
        d: () => moves.toggleCompared(focused),
        n: decisions.writeNote,
        c: () => decisions.toggleDecision("request_changes"),
        r: () => decisions.toggleDecision("reject"),
        g: decisions.flagGap,
        s: decisions.skip,
      }[key] ?? null
    );
  }

  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["radio", "checkbox", "button"].includes(target.type);
  return target.isContentEditable || target.matches("textarea, select");
}

/** Controls that arrow keys act on themselves. */
function hasOwnArrows(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, [role=tab], [role=menuitem], [role=slider]");
}

function isSomethingOpen(): boolean {
  return document.querySelector("[role=dialog], [role=alertdialog], [role=menu], [role=listbox]") !== null;
}
