import type { Disposition } from "#lib/domain/deliberation/reply.ts";
import type { Thought } from "#lib/domain/deliberation/thoughts.ts";

/** The clauses that a policy of the set has. */
export type CheckedPolicy = { number: number; clauses: readonly { number: string }[] };

/** What checks look at: the thoughts that are kept, in reading order, and what they led to. */
export type Subject = {
  thoughts: readonly Thought[];
  response: string;
  disposition: Disposition | null;
  policies: readonly CheckedPolicy[];
};
