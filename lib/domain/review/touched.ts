import { type Dimension, dimensions } from "#lib/domain/grading/dimension.ts";
import { isSame, type ReviewDraft } from "./draft.ts";

/** Where two drafts differ. */
export type Touched = { thoughts: ReadonlySet<string>; response: boolean; dimensions: readonly Dimension[] };

/** What stands differently in one draft than in the other, in labels, text, clauses and scores; places do not count. */
export function touchedBetween(one: ReviewDraft, other: ReviewDraft): Touched {
  return {
    thoughts: new Set([
      ...differing(one.labels, other.labels),
      ...differing(one.edits, other.edits),
      ...differing(byKey(one), byKey(other)),
      ...inOnlyOne(one.removed, other.removed),
      ...inOnlyOne(one.restored, other.restored),
    ]),
    response: one.response !== other.response || one.disposition !== other.disposition,
    dimensions: dimensions.filter((dimension) => one.scores[dimension] !== other.scores[dimension]),
  };
}

function differing(one: Record<string, unknown>, other: Record<string, unknown>): string[] {
  return Object.keys({ ...one, ...other }).filter((id) => !isSame(one[id], other[id]));
}

function inOnlyOne(one: readonly string[], other: readonly string[]): string[] {
  return [...one.filter((id) => !other.includes(id)), ...other.filter((id) => !one.includes(id))];
}

/** Where an added thought stands is said in it too. */
function byKey({ added }: ReviewDraft): Record<string, unknown> {
  return Object.fromEntries(added.map(({ key, text, clauses }) => [key, { text, clauses }]));
}
