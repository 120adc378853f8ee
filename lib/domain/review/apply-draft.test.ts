import { describe, expect, test } from "vitest";
import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import { contentKey } from "#lib/domain/record/content.ts";
import fc from "#lib/domain/testing/seeded.ts";
import { applyDraft, thoughtsAtHand } from "./apply-draft.ts";
import { emptyDraft } from "./draft.ts";
import { addThought, editThought, removeThought, resetThought, restoreThought } from "./edit-draft.ts";
import { base, draftWith } from "./testing.ts";

const keptIds = (content = base) => content.thoughts.filter(isKept).map(({ id }) => id);

describe("applying a draft", () => {
  test("with nothing in it changes nothing", () => {
    expect(applyDraft(emptyDraft, base, 2)).toEqual(base);
  });

  test("keeps the id of an edited thought, and says that a person edited it and why", () => {
    const draft = draftWith({
      labels: { "t2.1": "policy_inconsistent" },
      edits: { "t2.1": { text: " It is about one's own machine. ", clauses: ["5.1"] } },
    });
    expect(applyDraft(draft, base, 2).thoughts[1]).toEqual({
      ...base.thoughts[1],
      text: "It is about one's own machine.",
      clauses: ["5.1"],
      edited: { by: { kind: "person" }, why: "policy_inconsistent" },
    });
  });

  test("keeps a removed thought, with who and the label", () => {
    const draft = draftWith({ labels: { "t2.1": "unsupported" }, removed: ["t2.1"] });
    const after = applyDraft(draft, base, 2);
    expect(keptIds(after)).toEqual(["t1.1", "t1.3"]);
    expect(after.thoughts[1]?.removed).toEqual({ by: { kind: "person" }, label: "unsupported", why: "" });
  });

  test("brings back what the refiner removed", () => {
    expect(keptIds(applyDraft(draftWith({ restored: ["t1.2"] }), base, 2))).toEqual([
      "t1.1",
      "t2.1",
      "t1.2",
      "t1.3",
    ]);
  });

  test("gives added thoughts ids of the new revision, each behind the one it follows", () => {
    const draft = draftWith({
      added: [
        { key: "+1", after: "t1.1", text: "First.", clauses: [], from: [] },
        { key: "+2", after: "+1", text: "Second.", clauses: [], from: ["t1.1"] },
        { key: "+3", after: null, text: "At the start.", clauses: ["1.1"], from: [] },
      ],
    });
    const after = applyDraft(draft, base, 4);
    expect(keptIds(after)).toEqual(["4.3", "t1.1", "4.1", "4.2", "t2.1", "t1.3"]);
    expect(after.thoughts[3]).toMatchObject({ id: "4.2", from: ["t1.1"], author: { kind: "person" } });
  });

  test("shows the reviewer what would stand and what was just removed", () => {
    const draft = draftWith({
      removed: ["t2.1"],
      added: [{ key: "+1", after: "t2.1", text: "", clauses: [], from: [] }],
    });
    expect(thoughtsAtHand(draft, base).map(({ id }) => id)).toEqual(["t1.1", "t2.1", "+1", "t1.3"]);
  });
});

describe("editing a draft", () => {
  test("back to the text as it was is no edit", () => {
    const edited = editThought(emptyDraft, base, "t1.1", { text: "Other words." });
    const back = editThought(edited, base, "t1.1", { text: base.thoughts[0]?.text });
    expect(back).toEqual(emptyDraft);
  });

  test("of an added thought stays with it", () => {
    const draft = editThought(addThought(emptyDraft, "t1.1"), base, "+1", { text: "New.", clauses: ["5.1"] });
    expect(draft.added).toEqual([{ key: "+1", after: "t1.1", text: "New.", clauses: ["5.1"], from: [] }]);
  });

  test("can be taken back thought by thought", () => {
    const draft = editThought(emptyDraft, base, "t1.1", { text: "Other words." });
    expect(resetThought(draft, "t1.1")).toEqual(emptyDraft);
  });

  test("that removes an added thought leaves those behind it in their place", () => {
    const two = addThought(addThought(emptyDraft, "t1.1"), "+1");
    const draft = removeThought(two, base, "+1");
    expect(draft.added).toEqual([{ key: "+2", after: "t1.1", text: "", clauses: [], from: [] }]);
  });

  test("never gives a key twice while the thought that had it may be remembered", () => {
    const draft = addThought(removeThought(addThought(addThought(emptyDraft, null), null), base, "+1"), null);
    expect(draft.added.map(({ key }) => key)).toEqual(["+2", "+3"]);
  });

  test("can undo each removal and each restoration, in any order", () => {
    const ids = base.thoughts.map(({ id }) => id);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.constantFrom(...ids))), (steps) => {
        const draft = steps.reduce(
          (before, [remove, id]) =>
            remove ? removeThought(before, base, id) : restoreThought(before, base, id),
          emptyDraft,
        );
        const undone = ids.reduce((before, id) => {
          const wasKept = base.thoughts.some((thought) => thought.id === id && isKept(thought));
          return wasKept ? restoreThought(before, base, id) : removeThought(before, base, id);
        }, draft);
        expect(undone).toEqual(emptyDraft);
      }),
    );
  });
});

describe("the content key", () => {
  const key = contentKey(base);

  test.each([
    [
      "ids and authors",
      {
        thoughts: base.thoughts.map((one, index) => ({
          ...one,
          id: `1.${index}`,
          author: { kind: "import" as const },
        })),
      },
      true,
    ],
    ["what was removed", { thoughts: base.thoughts.filter(isKept) }, true],
    ["space at the ends", { response: `${base.response}\n` }, true],
    ["the response", { response: "Use kill." }, false],
    ["the disposition", { disposition: "refuse" as const }, false],
    ["the order of thoughts", { thoughts: base.thoughts.toReversed() }, false],
    ["a cited clause", { thoughts: base.thoughts.map((one) => ({ ...one, clauses: [] })) }, false],
  ])("and %s", (_, change, same) => {
    expect(contentKey({ ...base, ...change }) === key).toBe(same);
  });
});
