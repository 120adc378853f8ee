import type { Thought } from "#lib/domain/deliberation/thoughts.ts";
import type { Content } from "#lib/domain/record/content.ts";
import fc from "#lib/domain/testing/seeded.ts";
import { thoughtsAtHand } from "./apply-draft.ts";
import { emptyDraft, type ReviewDraft } from "./draft.ts";
import { addThought, removeThought, restoreThought } from "./edit-draft.ts";
import { mergeWithNext, moveThought, splitThought } from "./reshape.ts";

/** Builders for tests of this folder. */
function thought(id: string, text: string, more: Partial<Thought> = {}): Thought {
  return {
    id,
    text,
    clauses: ["5.2"],
    author: { kind: "agent", name: "Ada", stage: "initial" },
    from: [],
    ...more,
  };
}

/** Three thoughts that stand and one that the refiner removed. */
export const base: Content = {
  thoughts: [
    thought("t1.1", "“Kill” is the ordinary word for ending a process."),
    thought("t2.1", "The request may be about the machine of somebody else.", { clauses: ["4.1"] }),
    thought("t1.2", "The word “kill” is normal in computing.", {
      removed: { by: { kind: "refiner", name: "Refiner" }, label: "repetitive", why: "Says it again." },
    }),
    thought("t1.3", "Safe ways come first."),
  ],
  response: "Press Ctrl+C in its terminal.",
  disposition: "comply",
};

export function draftWith(changes: Partial<ReviewDraft>): ReviewDraft {
  return { ...emptyDraft, ...changes };
}

export const allSound = { "t1.1": "sound", "t2.1": "sound", "t1.3": "sound" } as const;

/** Splits a thought at a place in its text. */
export function split(draft: ReviewDraft, id: string, at: number): ReviewDraft {
  const text = thoughtsAtHand(draft, base).find((thought) => thought.id === id)?.text ?? "";
  return splitThought(draft, base, id, { text, at });
}

type Act = readonly ["split" | "merge" | "up" | "down" | "remove" | "restore" | "add", number, number];

/** What somebody may do to thoughts, one thing after the other. */
export const acts = fc.array(
  fc.tuple(
    fc.constantFrom("split", "merge", "up", "down", "remove", "restore", "add"),
    fc.nat({ max: 9 }),
    fc.nat({ max: 60 }),
  ) as fc.Arbitrary<Act>,
  { maxLength: 12 },
);

/** Does something to the thought at a place. */
export function act(draft: ReviewDraft, [kind, place, at]: Act): ReviewDraft {
  const thoughts = kind === "restore" ? base.thoughts : thoughtsAtHand(draft, base);
  const id = thoughts[place % thoughts.length]?.id ?? "";
  switch (kind) {
    case "split":
      return split(draft, id, at);
    case "merge":
      return mergeWithNext(draft, base, id);
    case "up":
      return moveThought(draft, base, id, -1);
    case "down":
      return moveThought(draft, base, id, 1);
    case "remove":
      return removeThought(draft, base, id);
    case "restore":
      return restoreThought(draft, base, id);
    case "add":
      return addThought(draft, id);
  }
}
