"use client";

import { useState } from "react";
import { type ServerAction, useAction } from "#components/ui/action-state.ts";
import type { BlindAnswer, PairDecision } from "#lib/domain/pair/judge.ts";

type OfPair = { slug: string; pairId: string };

/** What the page of a pair can ask the server for. */
export type PairActions = {
  answer: ServerAction<OfPair & { answer: BlindAnswer }, unknown>;
  decide: ServerAction<OfPair & { decision: PairDecision }, unknown>;
  undo: ServerAction<OfPair, unknown>;
  next: ServerAction<{ slug: string; past: string | null }, unknown>;
};

/** What one person does with a pair, and what came of it. */
export function usePair(slug: string, pairId: string, undoable: string | null, actions: PairActions) {
  const [marked, setMarked] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const answering = useAction(actions.answer);
  const deciding = useAction(actions.decide);
  const undoing = useAction(actions.undo);
  const going = useAction(actions.next);
  const all = [answering, deciding, undoing, going];
  return {
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
