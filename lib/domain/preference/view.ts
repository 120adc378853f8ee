import type { PairFault } from "./pair.ts";

/** States of a pair: it waits for people, or was put aside because it falls short. */
export const pairStatuses = ["proposed", "discarded"] as const;

export type PairStatus = (typeof pairStatuses)[number];

/** A line of the list of pairs. */
export type PairRow = {
  id: string;
  runNumber: number;
  promptNumber: number;
  /** The last user message; empty where it was erased. */
  prompt: string;
  /** The record whose revision is the selected side. */
  selectedRef: string;
  /** Whether that revision is approved now. */
  isApproved: boolean;
  /** Probabilities of a policy violation, by the run's scorer. */
  selectedScore: number;
  rejectedScore: number;
  fault: PairFault | null;
  synthetic: boolean;
};
