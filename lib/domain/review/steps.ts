import type { ReviewDraft } from "./draft.ts";

/** The drafts before and after the one on the screen, so that each change can be taken back and made again. */
export type Steps = {
  past: readonly ReviewDraft[];
  future: readonly ReviewDraft[];
  /** Where the newest step was typed; null if it was no typing. */
  typedAt: string | null;
};

export const noSteps: Steps = { past: [], future: [], typedAt: null };

/** How many changes can be taken back. */
const longest = 200;

/** Notes a change. What is typed on and on in one place is one step. */
export function noteStep(steps: Steps, before: ReviewDraft, after: ReviewDraft): Steps {
  const typedAt = typedPlace(before, after);
  if (typedAt !== null && typedAt === steps.typedAt && steps.future.length === 0) return steps;
  return { past: [...steps.past, before].slice(-longest), future: [], typedAt };
}

/** Takes back the newest change; null if there is none. */
export function stepBack({ past, future }: Steps, draft: ReviewDraft) {
  const before = past.at(-1);
  if (!before) return null;
  return { draft: before, steps: { past: past.slice(0, -1), future: [draft, ...future], typedAt: null } };
}

/** Makes again what was taken back last; null if there is nothing. */
export function stepForth({ past, future }: Steps, draft: ReviewDraft) {
  const [after, ...later] = future;
  if (!after) return null;
  return { draft: after, steps: { past: [...past, draft], future: later, typedAt: null } };
}

/** The one text in which two drafts differ: id of a thought, `response` or `note`; null for any other change. */
function typedPlace(before: ReviewDraft, after: ReviewDraft): string | null {
  const places = [
    ...differing(textsOf(before), textsOf(after)),
    ...(before.response === after.response ? [] : ["response"]),
    ...(before.note === after.note ? [] : ["note"]),
  ];
  const [place = null] = places;
  const sameShape =
    before.removed === after.removed &&
    before.labels === after.labels &&
    before.restored === after.restored &&
    before.added.length === after.added.length;
  return places.length === 1 && sameShape ? place : null;
}

function textsOf({ edits, added }: ReviewDraft): Map<string, string | undefined> {
  return new Map([
    ...Object.entries(edits).map(([id, { text }]) => [id, text] as const),
    ...added.map(({ key, text }) => [key, text] as const),
  ]);
}

function differing(some: Map<string, string | undefined>, others: Map<string, string | undefined>): string[] {
  return [...new Set([...some.keys(), ...others.keys()])].filter((id) => some.get(id) !== others.get(id));
}
