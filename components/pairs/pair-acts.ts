import type { Act } from "#components/palette/act.ts";
import { discardFaults } from "#lib/domain/pair/pair.ts";
import type { Reveal } from "#lib/domain/pair/room.ts";
import { exposureStrings } from "#lib/domain/strings/exposure.ts";
import { pairRoomStrings as strings } from "#lib/domain/strings/pair-room.ts";
import type { PairHand } from "./use-pair.ts";

/** Something that can be done with a pair: by name from the palette, and by what `keyOf` makes of its key. */
export type PairAct = Act & { key: string };

/** What can be done with a pair at this moment. */
export function pairActs(hand: PairHand, reveal: Reveal | null, undoable: boolean): PairAct[] {
  const skip = act(strings.skip, "s", hand.next);
  const undo: PairAct[] = undoable
    ? [{ name: strings.undoLast, keys: [["mod", "Z"]], key: "Mod+z", run: hand.undo }]
    : [];
  if (hand.veiled) return [act(exposureStrings.veil.reveal, "v", hand.reveal), skip, ...undo];
  const always = [act(strings.differences, "d", () => hand.setMarked(!hand.marked)), ...undo];
  if (!reveal) {
    return [
      act(strings.answers.first, "1", () => hand.answer("first")),
      act(strings.answers.second, "2", () => hand.answer("second")),
      act(strings.answers.neither, "3", () => hand.answer("neither")),
      skip,
      ...always,
    ];
  }
  if (reveal.decision) return [act(strings.next, "n", hand.next), ...always];
  if (hand.isAsking) {
    return [
      ...discardFaults.map((fault, index) =>
        act(strings.faults[fault], String(index + 1), () => hand.decide({ kind: "discard", fault })),
      ),
      { name: strings.back, keys: [["escape"]], key: "Escape", run: () => hand.setAsking(false) },
      ...always,
    ];
  }
  return [
    act(strings.keep, "k", () => hand.decide({ kind: "keep" })),
    act(reveal.origin === "belief" ? strings.judgedBetter : strings.flip, "f", () =>
      hand.decide({ kind: "flip" }),
    ),
    act(strings.discard, "x", () => hand.setAsking(true)),
    skip,
    ...always,
  ];
}

function act(name: string, key: string, run: () => void): PairAct {
  return { name, keys: [[key]], key, run };
}
