import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import { thoughtsAtHand } from "#lib/domain/review/apply-draft.ts";
import { type Assessment, assess } from "#lib/domain/review/assess.ts";
import type { ReviewDraft } from "#lib/domain/review/draft.ts";
import type { Room } from "#lib/domain/review/view.ts";

/** What stands on the page by a draft, and what the draft says. */
export type Reading = {
  /** In reading order: what would stand, and what was just removed. */
  thoughts: readonly Thought[];
  ids: readonly string[];
  byId: ReadonlyMap<string, Thought>;
  assessment: Assessment;
};

const readings = new WeakMap<Room, { of: WeakMap<ReviewDraft, Reading>; last: Reading | null }>();

/** Reads a draft once, however many parts of the page ask; a part draws anew only if what it takes is another. */
export function readingOf(room: Room, draft: ReviewDraft): Reading {
  const known = readings.get(room) ?? { of: new WeakMap(), last: null };
  readings.set(room, known);
  const reading = known.of.get(draft) ?? read(room, draft, known.last);
  known.of.set(draft, reading);
  known.last = reading;
  return reading;
}

function read(room: Room, draft: ReviewDraft, last: Reading | null): Reading {
  const thoughts =
    room.standing === "reviewing"
      ? thoughtsAtHand(draft, room.given).map((thought) => sameAs(last?.byId.get(thought.id), thought))
      : room.shown.thoughts.filter(isKept);
  return {
    thoughts,
    ids: thoughts.map(({ id }) => id),
    byId: new Map(thoughts.map((thought) => [thought.id, thought])),
    assessment: assess(draft, room.given, room.rules),
  };
}

/** A thought that was changed a while ago stays the same object while another one is written. */
function sameAs(before: Thought | undefined, thought: Thought): Thought {
  if (!before || before === thought) return thought;
  return JSON.stringify(before) === JSON.stringify(thought) ? before : thought;
}

const givens = new WeakMap<Room, ReadonlyMap<string, Thought>>();

/** The thought as it was given; undefined for one that the reviewer wrote. */
export function givenOf(room: Room, id: string): Thought | undefined {
  const known = givens.get(room) ?? new Map(room.given.thoughts.map((thought) => [thought.id, thought]));
  givens.set(room, known);
  return known.get(id);
}
