import { describe, expect, test } from "vitest";
import { contentKey } from "#lib/domain/record/content.ts";
import { applyDraft } from "#lib/domain/review/apply-draft.ts";
import { emptyDraft, type ReviewDraft } from "#lib/domain/review/draft.ts";
import { allSound, base, draftWith } from "#lib/domain/review/testing.ts";
import fc from "#lib/domain/testing/seeded.ts";
import { compare, shareAgreed } from "./compare.ts";
import { compareScores } from "./compare-scores.ts";
import { agreedDraft, chosenOf, chosenResponse, take, takeOrder, takeResponse } from "./compose.ts";
import { sayOpen } from "./open.ts";
import { readingOf } from "./testing.ts";

const added = (key: string, after: string | null, text: string) => ({
  key,
  after,
  text,
  clauses: ["5.2"],
  from: [],
});

const sound = readingOf("Ina", draftWith({ labels: allSound }), base, 2);
const mended = readingOf(
  "Ben",
  draftWith({
    labels: { ...allSound, "t2.1": "policy_inconsistent" },
    edits: { "t2.1": { text: "On one's own machine this is routine." } },
    added: [added("+1", "t2.1", "Say how to save work first."), added("+2", "+1", "Then end it.")],
    response: "Save your work, then press Ctrl+C.",
  }),
  base,
  3,
);
const readings = [sound, mended];

describe("comparing readings", () => {
  test("marks the thoughts that differ in text or label, and those that one of them added", () => {
    expect(compare(base, readings).map(({ id, differs }) => [id, differs])).toEqual([
      ["t1.1", false],
      ["t2.1", true],
      ["3.1", true],
      ["3.2", true],
      ["t1.3", false],
    ]);
  });

  test("takes what two added with the same words as one thought on which they agree", () => {
    const draft = draftWith({ labels: allSound, added: [added("+1", "t1.1", "Ask which machine.")] });
    const points = compare(base, [readingOf("Ina", draft, base, 2), readingOf("Ben", draft, base, 3)]);
    expect(points.map(({ id, differs }) => [id, differs])).toEqual([
      ["t1.1", false],
      ["2.1", false],
      ["t2.1", false],
      ["t1.3", false],
    ]);
  });

  test("does not count a thought that one did not label as a difference", () => {
    const rejected = readingOf("Ben", draftWith({ decision: "reject", note: "No." }), base, 3);
    expect(compare(base, [sound, rejected]).some(({ differs }) => differs)).toBe(false);
    expect(shareAgreed(base, [sound, rejected])).toBeCloseTo(5 / 6);
  });
});

describe("putting an adjudication together", () => {
  const start = agreedDraft(base, readings);
  const [, second, firstAdded, secondAdded] = compare(base, readings);

  test("starts from what all readings say, and leaves open what differs", () => {
    expect(start).toEqual(draftWith({ labels: { "t1.1": "sound", "t1.3": "sound" } }));
    expect(sayOpen(start, base, readings)).toBe("Choose a label for thought 2.");
    if (!second) throw new Error("There is no second thought.");
    expect(chosenOf(start, base, second)).toBeNull();
    expect(chosenResponse(start, base, readings)).toBeNull();
  });

  test("asks for the response once all else leads to an approval", () => {
    if (!second) throw new Error("There is no second thought.");
    const chosen = take(start, base, readings, second, mended.id);
    expect(chosenOf(chosen, base, second)).toBe(mended.id);
    expect(sayOpen(chosen, base, readings)).toBe("Choose a response.");
    const whole = takeResponse(chosen, base, readings, sound.id);
    expect(sayOpen(whole, base, readings)).toBeNull();
    expect(chosenResponse(whole, base, readings)).toBe(sound.id);
  });

  test("keeps the order of added thoughts, whichever is taken first", () => {
    if (!firstAdded || !secondAdded) throw new Error("Nothing was added.");
    const backwards = take(
      take(start, base, readings, secondAdded, mended.id),
      base,
      readings,
      firstAdded,
      mended.id,
    );
    expect(
      applyDraft(backwards, base, 4)
        .thoughts.map(({ text }) => text)
        .slice(2, 4),
    ).toEqual(["Say how to save work first.", "Then end it."]);
    expect(take(backwards, base, readings, firstAdded, sound.id).added).toHaveLength(1);
  });

  test("can keep the text as given where every reading changed it, which makes it sound", () => {
    const other = readingOf("Ina", draftWith({ labels: allSound, removed: ["t2.1"] }), base, 2);
    const both = [other, mended];
    const point = compare(base, both).find(({ id }) => id === "t2.1");
    if (!point) throw new Error("There is no such thought.");
    const removed = take(start, base, both, point, other.id);
    expect(removed.removed).toEqual(["t2.1"]);
    const kept = take(removed, base, both, point, "given");
    expect(kept).toMatchObject({ removed: [], edits: {}, labels: { "t2.1": "sound" } });
    expect(chosenOf(kept, base, point)).toBe("given");
  });

  test("taking everything from one reading gives the text of that reading, whatever was chosen before", () => {
    const drafts = fc.record({
      edit: fc.option(fc.constantFrom("One.", "Two."), { nil: undefined }),
      removed: fc.subarray(["t1.1", "t2.1"]),
      restored: fc.subarray(["t1.2"]),
      added: fc.subarray(["First.", "Second.", "Third."]),
      response: fc.option(fc.constantFrom("Yes.", "No."), { nil: null }),
      order: fc.constantFrom([], ["t2.1", "t1.1", "t1.2", "t1.3"], ["t1.3", "t1.2", "t2.1", "t1.1"]),
    });
    fc.assert(
      fc.property(
        drafts,
        drafts,
        fc.array(fc.tuple(fc.nat(9), fc.boolean()), { maxLength: 8 }),
        (one, other, before) => {
          const both = [one, other].map((said, index) =>
            readingOf(String(index), draftOf(said), base, index + 2),
          );
          const points = compare(base, both);
          const wandered = before.reduce(
            (draft, [place, first]) => {
              const point = points[place % points.length];
              return point ? take(draft, base, both, point, `review-${first ? 0 : 1}`) : draft;
            },
            agreedDraft(base, both),
          );
          for (const { id, content } of both) {
            const taken = points.reduce((draft, point) => take(draft, base, both, point, id), wandered);
            const whole = takeOrder(takeResponse(taken, base, both, id), base, both, id);
            expect(contentKey(applyDraft(whole, base, 9))).toBe(contentKey(content));
          }
        },
      ),
    );
  });
});

test("scores stand side by side, with how far they are apart where two or more gave one", () => {
  const lines = compareScores([
    { scores: { relevance: 4, cot_policy: 5 } },
    { scores: { relevance: 2 } },
    { scores: { relevance: 4 } },
  ]);
  expect(lines).toEqual([
    { dimension: "relevance", values: [4, 2, 4], spread: 2 },
    { dimension: "cot_policy", values: [5, null, null], spread: null },
  ]);
  expect(compareScores([sound, mended])).toEqual([]);
});

type Said = {
  edit?: string;
  removed: string[];
  restored: string[];
  added: string[];
  response: string | null;
  order: readonly string[];
};

function draftOf({ edit, removed, restored, added: texts, response, order }: Said): ReviewDraft {
  return {
    ...emptyDraft,
    decision: "reject",
    note: "Because.",
    removed,
    restored,
    response,
    order: [...order],
    edits: edit ? { "t1.3": { text: edit } } : {},
    added: texts.map((text, place) => added(`+${place + 1}`, place === 0 ? "t1.1" : `+${place}`, text)),
  };
}
