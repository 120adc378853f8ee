"use client";

import { useState } from "react";
import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import type { BlindAnswer, PairDecision } from "#lib/domain/pair/judge.ts";
import type { PairRoom } from "#lib/domain/pair/room.ts";
import { usePairTime } from "./use-pair-time.ts";

type OfPair = { slug: string; pairId: string };

/** What the page of a pair can ask the server for. */
export type PairActions = {
  answer: ServerAction<OfPair & { answer: BlindAnswer }, unknown>;
  decide: ServerAction<OfPair & { decision: PairDecision }, unknown>;
  undo: ServerAction<OfPair, unknown>;
  next: ServerAction<{ slug: string; past: string | null }, unknown>;
};

type PairAtHand = { slug: string; room: PairRoom; undoable: string | null; actions: PairActions };

/** What one person does with a pair, and what came of it. */
export function usePair({ slug, room, undoable, actions }: PairAtHand) {
  const pairId = room.id;
  const time = usePairTime(slug, pairId, room.exposure.blur);
  const [marked, setMarked] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const answering = useAction(actions.answer);
  const deciding = useAction(actions.decide);
  const undoing = useAction(actions.undo);
  const going = useAction(actions.next);
  const all = [answering, deciding, undoing, going];
  return {
    ...time,
    marked,
    setMarked,
    /** Whether the reason for putting it aside is being asked for. */
    isAsking,
    setAsking,
    busy: all.some(({ busy }) => busy),
    refusal: all.find(({ refusal }) => refusal)?.refusal ?? null,
    answer: (answer: BlindAnswer) => answering.run({ slug, pairId, answer }),
    decide: (decision: PairDecision) => deciding.run({ slug, pairId, decision }),
    undo: () => undoable && undoing.run({ slug, pairId: undoable }),
    next: () => going.run({ slug, past: pairId }),
  };
}

export type PairHand = ReturnType<typeof usePair>;
