import type { Recipe } from "./recipe.ts";
import { resultOf } from "./result.ts";
import { authorOf, stateAfter } from "./state.ts";
import type { Author, Thought } from "./thoughts.ts";
import type { Turn } from "./turn.ts";

/** What one turn did to a thought. */
export type ProvenanceStep = {
  /** Of the turn. */
  seq: number;
  did: "introduced" | "replaced" | "reworded" | "removed";
  by: Author;
  /** What it said from then on. */
  text: string;
  /** The reason that was given; empty for what was introduced. */
  why: string;
};

/**
 * The history of every thought that was said, by its id: first the turn that introduced it, or what it replaced, then each turn
 * that changed it. A thought that replaces another goes on from that one's history.
 */
export function provenanceOf(recipe: Recipe, turns: readonly Turn[]): Map<string, ProvenanceStep[]> {
  const histories = new Map<string, ProvenanceStep[]>();
  // Reading order puts what replaces a thought after it, so an ancestor is always found first.
  for (const thought of stateAfter(recipe, turns).thoughts) {
    const before = histories.get(thought.from[0] ?? "") ?? [];
    histories.set(thought.id, [...before, saidIn(turns, thought, before.length > 0)]);
  }
  const last = turns.at(-1);
  if (last?.stage !== "refine") return histories;
  const by = authorOf(recipe, last);
  for (const { id, text, edited, removed } of resultOf(recipe, turns)?.thoughts ?? []) {
    const change = removed ?? edited;
    const step = { seq: last.seq, did: removed ? "removed" : "reworded", by, text } as const;
    if (change) histories.get(id)?.push({ ...step, why: change.why });
  }
  return histories;
}

/** For each clause the ids of the thoughts that cite it, in reading order. */
export function citationsOf(thoughts: readonly Pick<Thought, "id" | "clauses">[]): Map<string, string[]> {
  const citing = new Map<string, string[]>();
  for (const { id, clauses } of thoughts) {
    for (const clause of new Set(clauses)) citing.set(clause, [...(citing.get(clause) ?? []), id]);
  }
  return citing;
}

/** The turn that minted an id `t{seq}.{n}`. */
export function seqOf(id: string): number {
  return Number(/^t(\d+)\./.exec(id)?.[1]);
}

function saidIn(
  turns: readonly Turn[],
  { id, author, text }: Thought,
  isReplacement: boolean,
): ProvenanceStep {
  const seq = seqOf(id);
  const turn = turns[seq];
  const why = isReplacement && turn?.stage === "deliberate" ? turn.reply.reason : "";
  return { seq, did: isReplacement ? "replaced" : "introduced", by: author, text, why };
}
