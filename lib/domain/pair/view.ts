import type { PairFault } from "./pair.ts";

/** States of a pair: it waits for people, was kept by one, or was put aside by one or because it falls short. */
export const pairStatuses = ["proposed", "kept", "discarded"] as const;

export type PairStatus = (typeof pairStatuses)[number];

/**
 * How a pair came about: by a belief run; from what a reviewer was given and what was approved; or from what an earlier review
 * round started from and what was approved.
 */
export const pairOrigins = ["belief", "edit", "round"] as const;

export type PairOrigin = (typeof pairOrigins)[number];

/** Probabilities of a policy violation, by the run's scorer; null for what people changed. */
export type PairScores = { selected: number; rejected: number } | null;

/** The scores of both sides; null where the pair was not scored. */
export function scoresOf(pair: { selectedScore: number | null; rejectedScore: number | null }): PairScores {
  const { selectedScore: selected, rejectedScore: rejected } = pair;
  return selected === null || rejected === null ? null : { selected, rejected };
}

/** A line of the list of pairs. */
export type PairRow = {
  id: string;
  origin: PairOrigin;
  promptNumber: number;
  /** The last user message; empty where it was erased. */
  prompt: string;
  /** Number of the belief run; null for what people changed. */
  runNumber: number | null;
  /** The record whose revision is the selected side. */
  selectedRef: string;
  /** Whether the side to prefer is approved now. */
  isApproved: boolean;
  /** A person found the other side better, so that they change places. */
  flipped: boolean;
  scores: PairScores;
  fault: PairFault | null;
  synthetic: boolean;
};
