"use client";

import type { Act } from "#components/palette/act.ts";
import { useOpenPalette } from "#components/palette/palette-context.tsx";
import { labels } from "#lib/domain/deliberation/reply.ts";
import { labelRest } from "#lib/domain/review/assess.ts";
import { deliberationStrings } from "#lib/domain/strings/deliberation.ts";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { isLongPrompt, togglePrompt } from "./prompt-block.tsx";
import { useRoom, useRoomState } from "./room-context.tsx";
import type { RoomTab } from "./room-store.ts";
import { useReshape } from "./use-reshape.ts";
import { useRoomDecisions } from "./use-room-decisions.ts";
import { useRoomMoves } from "./use-room-moves.ts";

const { acts: names, tabs } = roomStrings;

/** Something that can be done in the room: listed in the palette and among the keys, and done by its key. */
export type RoomAct = Act & {
  /** What `keyOf` makes of the event that does it; none where it has no key. */
  key?: string;
  /** While something is typed too. */
  whileTyping?: boolean;
  /** Again and again while the key is held. */
  repeats?: boolean;
  /** Not where arrow keys belong to what is in focus. */
  isArrow?: boolean;
  /** While the text is blurred too. */
  whileVeiled?: boolean;
};

/**
 * All that can be done with the record as the reader stands to it, in the order of the palette: what can be undone
 * at a key comes first, so that a slip submits nothing.
 */
export function useRoomActs(): RoomAct[] {
  const { room, store } = useRoom();
  const openPalette = useOpenPalette();
  const moves = useRoomMoves();
  const reshape = useReshape();
  const decisions = useRoomDecisions();
  const isVeiled = useRoomState((state) => state.veiled);
  const focused = () => store.getState().focused;
  const tab = (value: keyof typeof tabs & RoomTab): RoomAct => ({
    name: names.tab(tabs[value]),
    run: () => store.setState({ tab: value }),
  });

  const skip: RoomAct = { name: names.skip, keys: [["s"]], key: "s", run: decisions.skip };
  const everywhere: RoomAct[] = [
    { name: names.palette, keys: [["mod", "K"]], run: openPalette, whileTyping: true, whileVeiled: true },
    {
      name: names.nextThought,
      keys: [["down"]],
      key: "ArrowDown",
      run: () => moves.move(1),
      isArrow: true,
      repeats: true,
    },
    {
      name: names.previousThought,
      keys: [["up"]],
      key: "ArrowUp",
      run: () => moves.move(-1),
      isArrow: true,
      repeats: true,
    },
    {
      name: names.nextRecord,
      keys: [["right"]],
      key: "ArrowRight",
      run: decisions.next,
      isArrow: true,
      whileVeiled: true,
    },
    {
      name: names.previousRecord,
      keys: [["left"]],
      key: "ArrowLeft",
      run: decisions.previous,
      isArrow: true,
      whileVeiled: true,
    },
    ...(isLongPrompt(room.prompt.messages)
      ? [{ name: names.prompt, keys: [["q"]], key: "q", run: () => togglePrompt(store) } as const]
      : []),
    { name: names.guidelines, keys: [["h"]], key: "h", run: () => store.setState({ panel: "guidelines" }) },
    ...(room.mayComment
      ? [{ name: names.comment, keys: [["k"]], key: "k", run: decisions.commentOnFocused }]
      : []),
    {
      name: names.keys,
      keys: [["?"]],
      key: "?",
      run: () => store.setState({ panel: "keys" }),
      whileVeiled: true,
    },
    tab("refined"),
    tab("deliberation"),
    tab("changes"),
    tab("history"),
    tab("comments"),
  ];
  if (isVeiled && room.standing !== "offered") {
    const shut: RoomAct[] = [{ name: names.reveal, keys: [["v"]], key: "v", run: decisions.reveal }];
    if (room.standing === "reviewing") shut.push(skip);
    return [...shut, ...everywhere.filter(({ whileVeiled }) => whileVeiled)];
  }
  if (room.standing === "offered") {
    return [
      { name: names.claim, keys: [["mod", "enter"]], key: "Mod+Enter", run: decisions.claim },
      ...everywhere.filter(({ whileVeiled }) => whileVeiled || !isVeiled),
    ];
  }
  if (room.standing !== "reviewing") return everywhere;
  return [
    ...labels.map((label, index) => ({
      name: names.labelAs(deliberationStrings.labels[label]),
      keys: [[String(index + 1)]],
      key: String(index + 1),
      run: () => void (moves.score(index + 1) || moves.label(label)),
    })),
    { name: names.nextUnlabelled, keys: [["u"]], key: "u", run: moves.nextUnlabelled },
    {
      name: names.restIsSound,
      keys: [["f"]],
      key: "f",
      run: () => store.setState(({ draft }) => ({ draft: labelRest(draft, room.given, room.rules) })),
    },
    ...(room.rules.asksScores
      ? [{ name: names.nextUnscored, keys: [["p"]] as const, key: "p", run: moves.nextUnscored }]
      : []),
    { name: names.edit, keys: [["e"]], key: "e", run: () => moves.startEditing(focused()) },
    { name: names.change, keys: [["d"]], key: "d", run: () => moves.toggleCompared(focused()) },
    { name: names.cite, keys: [["l"]], key: "l", run: () => store.setState({ citing: focused() }) },
    { name: names.add, keys: [["a"]], key: "a", run: () => reshape.addAfter(moves.focusedThought()) },
    { name: names.merge, keys: [["m"]], key: "m", run: () => reshape.merge(focused()) },
    {
      name: names.moveUp,
      keys: [["shift", "up"]],
      key: "Shift+ArrowUp",
      run: () => reshape.move(focused(), -1),
      isArrow: true,
      repeats: true,
    },
    {
      name: names.moveDown,
      keys: [["shift", "down"]],
      key: "Shift+ArrowDown",
      run: () => reshape.move(focused(), 1),
      isArrow: true,
      repeats: true,
    },
    { name: names.remove, keys: [["x"]], key: "x", run: () => reshape.toggleRemoved(focused()) },
    { name: names.undo, keys: [["mod", "Z"]], key: "Mod+z", run: decisions.undo, repeats: true },
    { name: names.redo, keys: [["mod", "shift", "Z"]], key: "Mod+Shift+z", run: moves.redo, repeats: true },
    { name: names.note, keys: [["n"]], key: "n", run: decisions.writeNote },
    {
      name: names.askForChanges,
      keys: [["c"]],
      key: "c",
      run: () => decisions.toggleDecision("request_changes"),
    },
    { name: names.reject, keys: [["r"]], key: "r", run: () => decisions.toggleDecision("reject") },
    { name: names.policyGap, keys: [["g"]], key: "g", run: () => decisions.flagGap("policy_gap") },
    {
      name: names.guidelinesGap,
      keys: [["shift", "g"]],
      key: "Shift+g",
      run: () => decisions.flagGap("guidelines_gap"),
    },
    skip,
    {
      name: names.submit,
      keys: [["mod", "enter"]],
      key: "Mod+Enter",
      run: decisions.submit,
      whileTyping: true,
    },
    ...everywhere,
  ];
}
