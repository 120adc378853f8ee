import { describe, expect, test } from "vitest";
import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import { type Content, contentKey } from "#lib/domain/record/content.ts";
import fc from "#lib/domain/testing/seeded.ts";
import { applyDraft } from "./apply-draft.ts";
import { assess } from "./assess.ts";
import { changesBetween } from "./changes.ts";
import { emptyDraft, type ReviewDraft } from "./draft.ts";
import { addThought, editThought, restoreThought } from "./edit-draft.ts";
import { mergeWithNext, moveThought, splitThought } from "./reshape.ts";
import { restoreText } from "./restore-text.ts";
import { sayOutcome } from "./sentence.ts";
import { act, acts, allSound, base, draftWith, split } from "./testing.ts";

const kept = (draft: ReviewDraft, of: Content = base) => applyDraft(draft, of, 2).thoughts.filter(isKept);
const texts = (draft: ReviewDraft) => kept(draft).map(({ text }) => text);

describe("splitting a thought", () => {
  const draft = split(draftWith({ labels: allSound }), "t1.1", 18);

  test("makes two of it, with ids of their own that say from what, and its clauses", () => {
    expect(kept(draft).slice(0, 2)).toMatchObject([
      { id: "2.1", text: "“Kill” is the ordi", from: ["t1.1"], clauses: ["5.2"], author: { kind: "person" } },
      { id: "2.2", text: "nary word for ending a process.", from: ["t1.1"], clauses: ["5.2"] },
    ]);
  });

  test("keeps the thought itself as a removed one, so that its label stands", () => {
    expect(applyDraft(draft, base, 2).thoughts[0]).toMatchObject({
      id: "t1.1",
      removed: { by: { kind: "person" }, label: "sound" },
    });
    expect(sayOutcome(draft, base)).toBe("Approves your version: 1 thought split, response as it was.");
  });

  test("is undone by restoring it", () => {
    expect(restoreThought(draft, base, "t1.1")).toEqual(draftWith({ labels: allSound }));
  });

  test("at an end changes nothing", () => {
    expect(split(emptyDraft, "t1.1", 0)).toBe(emptyDraft);
    expect(splitThought(emptyDraft, base, "t1.1", { text: "All of it. ", at: 10 })).toBe(emptyDraft);
  });
});

describe("merging with the next thought", () => {
  test("joins text and clauses, and says from what", () => {
    expect(kept(mergeWithNext(emptyDraft, base, "t1.1"))[0]).toMatchObject({
      id: "2.1",
      text: `${base.thoughts[0]?.text} ${base.thoughts[1]?.text}`,
      clauses: ["4.1", "5.2"],
      from: ["t1.1", "t2.1"],
    });
  });

  test("passes over what is removed, and has nothing to do at the end", () => {
    expect(kept(mergeWithNext(emptyDraft, base, "t2.1")).map(({ from }) => from)).toEqual([
      [],
      ["t2.1", "t1.3"],
    ]);
    expect(mergeWithNext(emptyDraft, base, "t1.3")).toBe(emptyDraft);
  });

  test("puts no space between sentences of scripts that have none", () => {
    const chinese = editThought(emptyDraft, base, "t1.1", { text: "这是普通的词。" });
    expect(texts(mergeWithNext(chinese, base, "t1.1"))[0]).toBe(`这是普通的词。${base.thoughts[1]?.text}`);
  });

  test("is undone as a whole by restoring one of them, also when a part of a split was merged", () => {
    const parts = split(emptyDraft, "t1.1", 18);
    const merged = mergeWithNext(parts, base, "+2");
    expect(kept(merged).map(({ from }) => from)).toEqual([["t1.1"], ["t1.1", "t2.1"], []]);
    expect(restoreThought(merged, base, "t2.1")).toEqual(emptyDraft);
  });
});

describe("moving a thought", () => {
  test("changes places with its neighbour, and back is no change", () => {
    const moved = moveThought(emptyDraft, base, "t1.1", 1);
    expect(kept(moved).map(({ id }) => id)).toEqual(["t2.1", "t1.1", "t1.3"]);
    expect(moveThought(moved, base, "t1.1", -1)).toEqual(emptyDraft);
    expect(moveThought(emptyDraft, base, "t1.1", -1)).toBe(emptyDraft);
  });

  test("is told in the sentence and among the changes", () => {
    const moved = moveThought(draftWith({ labels: allSound }), base, "t1.3", -1);
    expect(sayOutcome(moved, base)).toBe("Approves your version: order changed, response as it was.");
    expect(changesBetween(base, applyDraft(moved, base, null)).thoughts).toMatchObject([{ kind: "moved" }]);
    expect(assess(moved, base).reasoning).toBe("fixed");
  });

  test("leaves a thought that is added later behind the one it follows", () => {
    const moved = moveThought(emptyDraft, base, "t1.1", 1);
    expect(kept(addThought(moved, "t2.1")).map(({ id }) => id)).toEqual(["t2.1", "2.1", "t1.1", "t1.3"]);
  });
});

describe("restoring the text of a revision", () => {
  test("makes the draft say what it said, and leaves labels and note", () => {
    const said = { labels: allSound, note: "As it was." };
    const draft = editThought(draftWith(said), base, "t1.1", { text: "Other words." });
    expect(restoreText(draft, base, base)).toEqual(draftWith(said));
  });

  test("says the same as any version of the record", () => {
    fc.assert(
      fc.property(acts, acts, (some, others) => {
        const version = applyDraft(others.reduce(act, emptyDraft), base, 3);
        const restored = restoreText(some.reduce(act, emptyDraft), base, version);
        expect(contentKey(applyDraft(restored, base, 4))).toBe(contentKey(version));
      }),
    );
  });
});

test("whatever is split, merged and moved, every kept word stays, once", () => {
  const reshaping = acts.map((all) => all.filter(([kind]) => !["remove", "restore", "add"].includes(kind)));
  const letters = (draft: ReviewDraft) => [...texts(draft).join("").replaceAll(/\s/g, "")].sort().join("");
  fc.assert(
    fc.property(reshaping, (all) => {
      expect(letters(all.reduce(act, emptyDraft))).toBe(letters(emptyDraft));
    }),
  );
});

test("whatever was done, each thought of the base is in the content once, and no id is given twice", () => {
  fc.assert(
    fc.property(acts, (all) => {
      const ids = applyDraft(all.reduce(act, emptyDraft), base, 2).thoughts.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(base.thoughts.every(({ id }) => ids.includes(id))).toBe(true);
    }),
  );
});

test("restoring every thought takes back whatever was done to the thoughts but their order", () => {
  fc.assert(
    fc.property(acts, (all) => {
      const draft = all.filter(([kind]) => kind !== "add").reduce(act, emptyDraft);
      const back = base.thoughts.reduce((before, { id }) => restoreThought(before, base, id), draft);
      expect(new Set(kept(back).map(({ id }) => id))).toEqual(new Set(base.thoughts.map(({ id }) => id)));
    }),
  );
});
