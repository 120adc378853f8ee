import { type Author, isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import type { Content } from "#lib/domain/record/content.ts";
import type { ReviewDraft } from "./draft.ts";

const person: Author = { kind: "person" };

/**
 * What the base becomes by a draft. Edited thoughts keep their ids, removed ones stay and say so, added ones
 * get ids `{revision}.{n}` in the order in which they were added.
 *
 * @param revision number of the revision that it becomes; null while it is a draft, where added thoughts go by
 *   their keys
 */
export function applyDraft(draft: ReviewDraft, base: Content, revision: number | null): Content {
  return {
    thoughts: inPlace(
      base.thoughts.map((thought) => judged(thought, draft)),
      draft,
      revision,
    ),
    response: draft.response?.trim() ?? base.response,
    disposition: draft.disposition ?? base.disposition,
  };
}

/** The thoughts that the reviewer has before them: those that would stand, and those just removed. */
export function thoughtsAtHand(draft: ReviewDraft, base: Content): Thought[] {
  return applyDraft(draft, base, null).thoughts.filter(
    (thought) => isKept(thought) || draft.removed.includes(thought.id),
  );
}

/** A thought that the draft leaves alone stays the same object, so that screens need not draw it again. */
function judged(thought: Thought, draft: ReviewDraft): Thought {
  const isRemoved = draft.removed.includes(thought.id);
  const isRestored = draft.restored.includes(thought.id);
  const wasEdited = isEdited(thought, draft);
  if (!isRemoved && !isRestored && !wasEdited) return thought;

  const why = draft.labels[thought.id];
  const { removed, ...standing } = wasEdited
    ? { ...thought, ...edited(thought, draft), edited: { by: person, why: why ?? "" } }
    : thought;
  if (isRemoved) return { ...standing, removed: { by: person, label: why ?? null, why: "" } };
  return removed && !isRestored ? { ...standing, removed } : standing;
}

/** Whether the draft changes what a thought of the base says or cites; space at the ends does not count. */
export function isEdited(thought: Thought, draft: ReviewDraft): boolean {
  const { text, clauses } = edited(thought, draft);
  return text !== thought.text.trim() || clauses !== thought.clauses;
}

function edited(thought: Thought, draft: ReviewDraft): { text: string; clauses: string[] } {
  const { text, clauses } = draft.edits[thought.id] ?? {};
  return { text: (text ?? thought.text).trim(), clauses: clauses ?? thought.clauses };
}

/**
 * Puts each added thought behind the one it follows, one whose place is gone at the end; then all in the order
 * that the reviewer gave them.
 */
function inPlace(
  thoughts: readonly Thought[],
  { added, order }: ReviewDraft,
  revision: number | null,
): Thought[] {
  const ids = new Map(
    added.map(({ key }, index) => [key, revision === null ? key : `${revision}.${index + 1}`]),
  );
  const idOf = (key: string) => ids.get(key) ?? key;
  const places = new Map(order.map((key, place) => [idOf(key), place]));
  const news = added.map(({ key, after, text, clauses, from }) => ({
    after: after === null ? null : idOf(after),
    thought: { id: idOf(key), text: text.trim(), clauses, author: person, from },
  }));
  const wasMoved = ({ id }: Thought) => places.has(id);
  const placed = [...thoughts, ...news.map(({ thought }) => thought).filter(wasMoved)].sort(
    (one, other) => (places.get(one.id) ?? Infinity) - (places.get(other.id) ?? Infinity) || 0,
  );
  for (const { after, thought } of news) {
    if (!wasMoved(thought)) placed.splice(placeAfter(placed, after), 0, thought);
  }
  return placed;
}

function placeAfter(thoughts: readonly Thought[], id: string | null): number {
  if (id === null) return 0;
  const place = thoughts.findIndex((thought) => thought.id === id);
  return place < 0 ? thoughts.length : place + 1;
}
