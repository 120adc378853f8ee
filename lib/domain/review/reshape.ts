import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import { byNumber, type Content } from "#lib/domain/record/content.ts";
import { applyDraft, thoughtsAtHand } from "./apply-draft.ts";
import type { ReviewDraft } from "./draft.ts";
import { addThought, editThought, removeThought } from "./edit-draft.ts";

/**
 * Splits a thought in two at a place in its text. Both parts are new and say from what; a thought of the base
 * stays as a removed one, so that it keeps its label and can be put together again. A place with nothing but
 * space on one side changes nothing.
 *
 * @param text the thought as it is being written, space at its ends included
 * @param at in UTF-16 code units of `text`
 */
export function splitThought(
  draft: ReviewDraft,
  base: Content,
  id: string,
  { text, at }: { text: string; at: number },
): ReviewDraft {
  const parts = [text.slice(0, at).trimEnd(), text.slice(at).trimStart()] as const;
  const thought = standing(draft, base).find((one) => one.id === id);
  if (!thought || parts.some((part) => part.trim() === "")) return draft;
  return replace(draft, base, [thought], parts, thought.clauses);
}

/** Merges a thought with the one that stands after it: one text, all clauses. */
export function mergeWithNext(draft: ReviewDraft, base: Content, id: string): ReviewDraft {
  const thoughts = standing(draft, base);
  const place = thoughts.findIndex((one) => one.id === id);
  const [first, second] = thoughts.slice(place, place + 2);
  if (place < 0 || !first || !second) return draft;
  const clauses = [...new Set([...first.clauses, ...second.clauses])].sort(byNumber);
  return replace(draft, base, [first, second], [joined(first.text, second.text)], clauses);
}

/** Moves a thought one place up (-1) or down (1) among those at hand; at the ends it stays. */
export function moveThought(draft: ReviewDraft, base: Content, id: string, by: 1 | -1): ReviewDraft {
  const places = thoughtsAtHand(draft, base).map((thought) => thought.id);
  const neighbour = places[places.indexOf(id) + by];
  if (!places.includes(id) || neighbour === undefined) return draft;
  const others = applyDraft(draft, base, null)
    .thoughts.map((thought) => thought.id)
    .filter((one) => one !== id);
  others.splice(others.indexOf(neighbour) + (by > 0 ? 1 : 0), 0, id);
  const moved = { ...draft, order: others };
  const natural = { ...draft, order: [] };
  const isNatural = String(idsAtHand(moved, base)) === String(idsAtHand(natural, base));
  return isNatural ? natural : moved;
}

function idsAtHand(draft: ReviewDraft, base: Content): string[] {
  return thoughtsAtHand(draft, base).map(({ id }) => id);
}

/** The thoughts that would be released. */
function standing(draft: ReviewDraft, base: Content): Thought[] {
  return applyDraft(draft, base, null).thoughts.filter(isKept);
}

/** Puts new thoughts in the place of neighbours. */
function replace(
  draft: ReviewDraft,
  base: Content,
  thoughts: readonly Thought[],
  texts: readonly string[],
  clauses: string[],
): ReviewDraft {
  const origins = new Map(draft.added.map(({ key, from }) => [key, from]));
  const from = [...new Set(thoughts.flatMap(({ id }) => origins.get(id) ?? [id]))];
  let changed = draft;
  let after = thoughts.at(-1)?.id ?? null;
  for (const text of texts) {
    const added = addThought(changed, after, from);
    after = added.added.at(-1)?.key ?? null;
    changed = after === null ? added : editThought(added, base, after, { text, clauses });
  }
  return thoughts.reduce((before, { id }) => removeThought(before, base, id), changed);
}

/** Scripts that put no space between sentences get none. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]$/u;

function joined(one: string, other: string): string {
  return spaceless.test(one) ? one + other : `${one} ${other}`;
}
