import type { Thought } from "#lib/domain/deliberation/thoughts.ts";
import type { Content } from "#lib/domain/record/content.ts";
import { emptyDraft, type ReviewDraft } from "./draft.ts";

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
