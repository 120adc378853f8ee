import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import type { Content } from "#lib/domain/record/content.ts";
import { applyDraft, thoughtsAtHand } from "#lib/domain/review/apply-draft.ts";
import { emptyDraft, type ReviewDraft } from "#lib/domain/review/draft.ts";
import { editThought, removeThought, resetThought, restoreThought } from "#lib/domain/review/edit-draft.ts";
import {
  compare,
  givenOrder,
  ordersDiffer,
  type Point,
  type Reading,
  responsesDiffer,
  sameResponse,
  sameThought,
} from "./compare.ts";

/** Whose version is taken: a reading's by its id, or the text as it was given. */
export type Choice = string | "given";

/** What all readings have in common, as the draft that an adjudicator starts from. What differs is left open. */
export function agreedDraft(base: Content, readings: readonly Reading[]): ReviewDraft {
  const [first] = readings;
  if (!first) return emptyDraft;
  const agreed = compare(base, readings).filter(({ differs }) => !differs);
  const draft = agreed.reduce((so, point) => take(so, base, readings, point, labelled(point)), emptyDraft);
  const ordered = ordersDiffer(base, readings) ? draft : takeOrder(draft, base, readings, first.id);
  return responsesDiffer(readings) ? ordered : withResponse(ordered, base, first.content);
}

/** The reading whose version says most: with a label, where one has it. */
function labelled({ versions }: Point): Choice {
  return (versions.find(({ label }) => label) ?? versions[0])?.reading ?? "given";
}

/**
 * Takes one version of a thought, label included, in place of whatever the draft says of it. What was given and
 * is chosen over every reading is sound by that.
 */
export function take(
  draft: ReviewDraft,
  base: Content,
  readings: readonly Reading[],
  point: Point,
  choice: Choice,
): ReviewDraft {
  const version = point.versions.find(({ reading }) => reading === choice);
  if (point.given === null) {
    const without = removeThought(draft, base, keyOf(point));
    return version?.thought ? withAdded(without, base, readings, point, version.thought) : without;
  }
  const { id } = point;
  const { [id]: _, ...labels } = draft.labels;
  const label = choice === "given" ? ("sound" as const) : version?.label;
  const asGiven: ReviewDraft = {
    ...resetThought(draft, id),
    removed: draft.removed.filter((one) => one !== id),
    restored: draft.restored.filter((one) => one !== id),
    labels: label ? { ...labels, [id]: label } : labels,
  };
  const thought =
    choice === "given" ? (isKept(point.given) ? point.given : null) : (version?.thought ?? null);
  if (!thought) return isKept(point.given) ? removeThought(asGiven, base, id) : asGiven;
  const standing = isKept(point.given) ? asGiven : restoreThought(asGiven, base, id);
  return editThought(standing, base, id, { text: thought.text, clauses: thought.clauses });
}

/** Takes the response of a reading, or keeps the one that was given. */
export function takeResponse(
  draft: ReviewDraft,
  base: Content,
  readings: readonly Reading[],
  choice: Choice,
): ReviewDraft {
  const reading = readings.find(({ id }) => id === choice);
  return {
    ...withResponse(draft, base, reading?.content ?? base),
    responseVerdict: reading?.responseVerdict ?? "right",
  };
}

/** Takes the order in which a reading has the thoughts, or the one that was given. */
export function takeOrder(
  draft: ReviewDraft,
  base: Content,
  readings: readonly Reading[],
  choice: Choice,
): ReviewDraft {
  const content = readings.find(({ id }) => id === choice)?.content ?? base;
  const isNatural = String(givenOrder(base, content)) === String(givenOrder(base, base));
  const given = new Set(base.thoughts.map(({ id }) => id));
  const order = content.thoughts.map(({ id }) => (given.has(id) ? id : keyOf({ id })));
  return { ...draft, order: isNatural ? [] : order };
}

/** Whose order the draft has. */
export function chosenOrder(draft: ReviewDraft, base: Content, readings: readonly Reading[]): Choice {
  const now = String(givenOrder(base, applyDraft(draft, base, null)));
  return readings.find(({ content }) => String(givenOrder(base, content)) === now)?.id ?? "given";
}

/** Whose version of a thought the draft has, the first of several that are the same; null where it is open or their own. */
export function chosenOf(draft: ReviewDraft, base: Content, point: Point): Choice | null {
  const now = thoughtsAtHand(draft, base).find(({ id }) => id === draftId(point)) ?? null;
  const thought = now && isKept(now) ? now : null;
  if (point.given === null) {
    return point.versions.find((version) => sameThought(version.thought, thought))?.reading ?? null;
  }
  const label = draft.labels[point.id] ?? null;
  const same = point.versions.find(
    (version) => sameThought(version.thought, thought) && version.label === label,
  );
  if (same && (label !== null || !point.differs)) return same.reading;
  return label === "sound" && sameThought(thought, point.given) ? "given" : null;
}

/** The same of the response. */
export function chosenResponse(
  draft: ReviewDraft,
  base: Content,
  readings: readonly Reading[],
): Choice | null {
  if (responsesDiffer(readings) && draft.responseVerdict === null) return null;
  const now: Content = {
    ...base,
    response: draft.response ?? base.response,
    disposition: draft.disposition ?? base.disposition,
  };
  const same = readings.find(
    ({ content, responseVerdict }) =>
      sameResponse(content, now) &&
      (draft.responseVerdict === null || responseVerdict === draft.responseVerdict),
  );
  return same?.id ?? (sameResponse(base, now) ? "given" : null);
}

/** Id under which a draft has the thought of a point. */
export function draftId(point: Point): string {
  return point.given === null ? keyOf(point) : point.id;
}

/** Thoughts of people are `{revision}.{n}`, unique in a record; keys of a draft are numbers too. */
function keyOf({ id }: Pick<Point, "id">): string {
  const [revision = 0, n = 0] = id.split(".").map(Number);
  return `+${revision * 1_000 + n}`;
}

function withResponse(draft: ReviewDraft, base: Content, { response, disposition }: Content): ReviewDraft {
  return {
    ...draft,
    response: response.trim() === base.response.trim() ? null : response,
    disposition: disposition === base.disposition ? null : disposition,
  };
}

function withAdded(
  draft: ReviewDraft,
  base: Content,
  readings: readonly Reading[],
  point: Point,
  { text, clauses, from }: Thought,
): ReviewDraft {
  const points = compare(base, readings);
  const order = points.map(draftId);
  const here = points.findIndex(({ id }) => id === point.id);
  const present = new Set([...base.thoughts.map(({ id }) => id), ...draft.added.map(({ key }) => key)]);
  const after = order.slice(0, here).findLast((id) => present.has(id)) ?? null;
  const added = { key: keyOf(point), after, text, clauses, from };
  // What stood behind the same thought and comes later follows this one from now on.
  const later = new Set(order.slice(here + 1));
  const others = draft.added.map((one) =>
    one.after === after && later.has(one.key) ? { ...one, after: added.key } : one,
  );
  return {
    ...draft,
    added: [
      ...others.filter(({ key }) => !later.has(key)),
      added,
      ...others.filter(({ key }) => later.has(key)),
    ],
  };
}
