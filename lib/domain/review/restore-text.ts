import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import type { Content } from "#lib/domain/record/content.ts";
import { applyDraft } from "./apply-draft.ts";
import { type AddedThought, emptyDraft, type ReviewDraft } from "./draft.ts";
import { editResponse, editThought, removeThought, restoreThought } from "./edit-draft.ts";

/**
 * Makes a draft say what another revision of the record says. Labels, note and answers stay: they judge the base,
 * whatever is made of it. Nothing becomes of it before it is submitted, and then a revision of its own.
 */
export function restoreText(draft: ReviewDraft, base: Content, revision: Content): ReviewDraft {
  const kept = revision.thoughts.filter(isKept);
  const wanted = new Map(kept.map((thought) => [thought.id, thought]));
  const known = new Set(base.thoughts.map(({ id }) => id));
  const { added, edits, removed, restored, order } = emptyDraft;
  const disposition = revision.disposition === base.disposition ? null : revision.disposition;
  const blank = { ...draft, added, edits, removed, restored, order, disposition };
  const judged = base.thoughts.reduce(
    (before, thought) => towards(before, base, thought, wanted.get(thought.id)),
    editResponse(blank, base, revision.response),
  );
  const news = new Map(
    kept.filter(({ id }) => !known.has(id)).map((thought, index) => [thought.id, `+${index + 1}`]),
  );
  const written = kept.flatMap(({ id, text, clauses }, place): AddedThought[] => {
    const key = news.get(id);
    const previous = kept[place - 1]?.id;
    const after = previous === undefined ? null : (news.get(previous) ?? previous);
    return key === undefined ? [] : [{ key, after, text, clauses: [...clauses], from: [] }];
  });
  return inOrderOf(
    { ...judged, added: written },
    base,
    kept.map(({ id }) => news.get(id) ?? id),
  );
}

function towards(
  draft: ReviewDraft,
  base: Content,
  thought: Thought,
  wanted: Thought | undefined,
): ReviewDraft {
  if (!wanted) return isKept(thought) ? removeThought(draft, base, thought.id) : draft;
  const { text, clauses } = wanted;
  const edited = editThought(draft, base, thought.id, { text, clauses: [...clauses] });
  return isKept(thought) ? edited : restoreThought(edited, base, thought.id);
}

/** Gives the draft an order only where thoughts do not stand in the wanted one by themselves. */
function inOrderOf(draft: ReviewDraft, base: Content, wanted: readonly string[]): ReviewDraft {
  const { thoughts } = applyDraft(draft, base, null);
  const stand = thoughts.filter(isKept).map(({ id }) => id);
  if (String(stand) === String(wanted)) return draft;
  const others = thoughts.map(({ id }) => id).filter((id) => !wanted.includes(id));
  return { ...draft, order: [...wanted, ...others] };
}
