import { expect, test } from "vitest";
import { emptyDraft, type ReviewDraft } from "./draft.ts";
import { editThought, removeThought, toggleLabel } from "./edit-draft.ts";
import { noSteps, noteStep, stepBack, stepForth } from "./steps.ts";
import { base } from "./testing.ts";

/** Makes changes one after the other, noting each. */
function after(...changes: ((draft: ReviewDraft) => ReviewDraft)[]) {
  return changes.reduce(
    ({ draft, steps }, change) => {
      const next = change(draft);
      return { draft: next, steps: noteStep(steps, draft, next) };
    },
    { draft: emptyDraft, steps: noSteps },
  );
}

const type = (id: string, text: string) => (draft: ReviewDraft) => editThought(draft, base, id, { text });
const label = (draft: ReviewDraft) => toggleLabel(draft, "t1.1", "sound");
const remove = (draft: ReviewDraft) => removeThought(draft, base, "t1.1");

test("each change is taken back, the newest first, and made again", () => {
  const { draft, steps } = after(label, remove);
  const one = stepBack(steps, draft);
  expect(one?.draft).toEqual(label(emptyDraft));
  const none = one && stepBack(one.steps, one.draft);
  expect(none?.draft).toEqual(emptyDraft);
  expect(none && stepBack(none.steps, none.draft)).toBeNull();
  const again = none && stepForth(none.steps, none.draft);
  expect(again && stepForth(again.steps, again.draft)?.draft).toEqual(draft);
});

test("what is typed in one place is one step, until another place is typed in", () => {
  const { draft, steps } = after(
    type("t1.1", "A"),
    type("t1.1", "Ab"),
    type("t1.3", "C"),
    type("t1.3", "Cd"),
  );
  expect(steps.past).toHaveLength(2);
  expect(stepBack(steps, draft)?.draft).toEqual(type("t1.1", "Ab")(emptyDraft));
});

test("a new change after taking one back leaves nothing to make again", () => {
  const { draft, steps } = after(label, remove);
  const back = stepBack(steps, draft);
  const next = back && noteStep(back.steps, back.draft, type("t1.3", "C")(back.draft));
  expect(next?.future).toEqual([]);
  expect(next && stepForth(next, emptyDraft)).toBeNull();
});
