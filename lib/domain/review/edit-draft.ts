import type { Label } from "#lib/domain/deliberation/reply.ts";
import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import type { Content } from "#lib/domain/record/content.ts";
import type { AddedThought, ReviewDraft } from "./draft.ts";

/** Labels a thought of the base; the label it has already takes it away again. */
export function toggleLabel(draft: ReviewDraft, id: string, label: Label): ReviewDraft {
  const { [id]: before, ...others } = draft.labels;
  return { ...draft, labels: before === label ? others : { ...others, [id]: label } };
}

/**
 * Changes text or clauses of a thought, of the base or added. A change that leaves the base as it was is no
 * change.
 */
export function editThought(
  draft: ReviewDraft,
  base: Content,
  id: string,
  change: { text?: string; clauses?: string[] },
): ReviewDraft {
  if (draft.added.some(({ key }) => key === id)) {
    return { ...draft, added: draft.added.map((one) => (one.key === id ? { ...one, ...change } : one)) };
  }
  const given = base.thoughts.find((thought) => thought.id === id);
  if (!given) return draft;
  const { [id]: before, ...others } = draft.edits;
  const edit = withoutSame({ ...before, ...change }, given);
  return { ...draft, edits: edit ? { ...others, [id]: edit } : others };
}

/** Takes back every change to the text and clauses of a thought. */
export function resetThought(draft: ReviewDraft, id: string): ReviewDraft {
  const { [id]: _, ...edits } = draft.edits;
  return { ...draft, edits };
}

/**
 * Adds an empty thought after another, or at the start. Its key is that of the last of `added`.
 *
 * @param from ids of the thoughts that it takes the place of
 */
export function addThought(draft: ReviewDraft, after: string | null, from: string[] = []): ReviewDraft {
  const last = Math.max(0, ...draft.added.map(({ key }) => Number(key.slice(1))));
  const thought: AddedThought = { key: `+${last + 1}`, after, text: "", clauses: [], from };
  const place = after === null ? 0 : draft.order.indexOf(after) + 1;
  const order = draft.order.length > 0 ? draft.order.toSpliced(place, 0, thought.key) : draft.order;
  return { ...draft, added: [...draft.added, thought], order };
}

/** Removes a kept thought of the base, or an added one for good; those that followed it stay in their place. */
export function removeThought(draft: ReviewDraft, base: Content, id: string): ReviewDraft {
  const added = draft.added.find(({ key }) => key === id);
  if (added) {
    const others = draft.added.filter((one) => one !== added);
    return {
      ...draft,
      added: others.map((one) => (one.after === id ? { ...one, after: added.after } : one)),
      order: draft.order.filter((one) => one !== id),
    };
  }
  const given = base.thoughts.find((thought) => thought.id === id);
  if (!given) return draft;
  return isKept(given)
    ? { ...draft, removed: [...new Set([...draft.removed, id])] }
    : { ...draft, restored: draft.restored.filter((one) => one !== id) };
}

/**
 * Brings back a thought that the reviewer removed, or one that was removed before. One that was split or merged
 * comes back in place of what was made of it, together with those it was merged with.
 */
export function restoreThought(draft: ReviewDraft, base: Content, id: string): ReviewDraft {
  const { origins, made } = madeOf(draft, id);
  const apart = made.reduce((before, key) => removeThought(before, base, key), draft);
  return [...origins].reduce((before, origin) => bringBack(before, base, origin), apart);
}

/** All thoughts that were reshaped together with one, and what was made of them. */
function madeOf({ added }: ReviewDraft, id: string): { origins: Set<string>; made: string[] } {
  const origins = new Set([id]);
  let made: AddedThought[] = [];
  for (let before = -1; before < made.length; ) {
    before = made.length;
    made = added.filter(({ from }) => from.some((origin) => origins.has(origin)));
    for (const origin of made.flatMap(({ from }) => from)) origins.add(origin);
  }
  return { origins, made: made.map(({ key }) => key) };
}

function bringBack(draft: ReviewDraft, base: Content, id: string): ReviewDraft {
  const given = base.thoughts.find((thought) => thought.id === id);
  if (!given) return draft;
  return isKept(given)
    ? { ...draft, removed: draft.removed.filter((one) => one !== id) }
    : { ...draft, restored: [...new Set([...draft.restored, id])] };
}

/** Changes the response; the text it had is no change. */
export function editResponse(draft: ReviewDraft, base: Content, response: string): ReviewDraft {
  return { ...draft, response: response === base.response ? null : response };
}

function withoutSame(
  edit: { text?: string; clauses?: string[] },
  given: Thought,
): { text?: string; clauses?: string[] } | null {
  const text = edit.text === given.text ? undefined : edit.text;
  const clauses = edit.clauses && sameClauses(edit.clauses, given.clauses) ? undefined : edit.clauses;
  if (text === undefined && clauses === undefined) return null;
  return { ...(text !== undefined && { text }), ...(clauses && { clauses }) };
}

function sameClauses(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((clause) => others.includes(clause));
}
