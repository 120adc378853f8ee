import type { Disposition } from "#lib/domain/deliberation/reply.ts";
import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";

/** What a revision says: its thoughts in reading order, removed ones too, and the response. */
export type Content = {
  thoughts: readonly Thought[];
  response: string;
  /** Null where an import did not say. */
  disposition: Disposition | null;
};

/**
 * The text whose SHA-256 is a revision's content hash. Two revisions have the same exactly if they would be
 * released the same: kept thoughts in order with the clauses they cite, response, disposition. Who wrote what,
 * ids, and what was removed do not count; nor do space at the ends and the order of clauses.
 */
export function contentKey({ thoughts, response, disposition }: Content): string {
  return JSON.stringify([
    thoughts.filter(isKept).map((thought) => [thought.text.trim(), citedBy([thought])]),
    response.trim(),
    disposition,
  ]);
}

/** Numbers of the clauses that the kept thoughts cite, each once, in order of number. */
export function citedBy(thoughts: readonly Thought[]): string[] {
  const cited = new Set(thoughts.filter(isKept).flatMap(({ clauses }) => clauses));
  return [...cited].sort(byNumber);
}

const collator = new Intl.Collator("en", { numeric: true });

/** Orders clause numbers as people count: 5.2 before 5.10. */
export function byNumber(one: string, other: string): number {
  return collator.compare(one, other);
}
