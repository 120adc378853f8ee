import type { Message } from "#lib/domain/prompt/prompt.ts";
import type { Disposition } from "./reply.ts";

/** What a deliberation is about. */
export type Subject = {
  /** Ends with the message to answer. */
  prompt: readonly Message[];
  /** The revision that is judged, in kinds that judge one. */
  judged?: Judged | null;
  /** What it is compared with, where two are. */
  rival?: Judged | null;
  /** The best beliefs of other prompts of the run when this one was begun, in kinds that share them. */
  pool?: readonly ScoredBelief[];
};

/** A belief, and how probable a violation was in the answer under it. */
export type ScoredBelief = { belief: string; score: number };

/** What a judge reads of a revision: nothing that says who wrote it, or how. */
export type Judged = {
  /** The kept ones, in reading order. */
  thoughts: readonly { id: string; text: string; clauses: readonly string[] }[];
  response: string;
  /** Null where an import did not say. */
  disposition: Disposition | null;
};
