import { expect, test } from "vitest";
import { dimensions } from "#lib/domain/grading/dimension.ts";
import { everyThought } from "./assess.ts";
import { decideReview } from "./decide-review.ts";
import { ReviewDraft } from "./draft.ts";
import { compareDrafts, mergeDrafts, proposedChoices } from "./merge-drafts.ts";
import { missingFrom } from "./missing.ts";
import { isSampled } from "./sample.ts";
import { allSound, base, draftWith } from "./testing.ts";

const asked = { ...everyThought, asksScores: true };
const allScores = Object.fromEntries(dimensions.map((dimension) => [dimension, 4]));

test("scores that are asked for are missing after the labels, and named", () => {
  const kinds = (draft: Partial<ReviewDraft>) =>
    missingFrom(draftWith(draft), base, asked).map((one) => one.kind);
  expect(kinds({})).toEqual(["labels", "scores"]);
  expect(kinds({ labels: allSound })).toEqual(["scores"]);
  expect(kinds({ labels: allSound, scores: allScores })).toEqual([]);
  expect(() =>
    decideReview(draftWith({ labels: allSound, decision: "reject", note: "No." }), base, 2, asked),
  ).toThrow("Score it, below the response.");
  const { coherence: _, ...others } = allScores;
  expect(() => decideReview(draftWith({ labels: allSound, scores: others }), base, 2, asked)).toThrow(
    "Score coherence too.",
  );
});

test("scores are part of what is submitted only where they were asked for", () => {
  const draft = draftWith({ labels: allSound, scores: allScores });
  expect(decideReview(draft, base, 2, asked).scores).toEqual(
    dimensions.map((dimension) => ({ dimension, value: 4 })),
  );
  expect(decideReview(draft, base, 2).scores).toEqual([]);
});

test("a draft from before there were scores reads as one without, and no score is outside 1 to 5", () => {
  const { scores: _, ...older } = draftWith({});
  expect(ReviewDraft.parse(older).scores).toEqual({});
  expect(ReviewDraft.safeParse(draftWith({ scores: { relevance: 6 } })).success).toBe(false);
});

test("two versions of a review are merged score by score", () => {
  const mine = draftWith({ scores: { relevance: 5, coherence: 2 } });
  const stored = draftWith({ scores: { coherence: 3, completeness: 1 } });
  const comparison = compareDrafts(mine, stored, base);
  expect(comparison.places.map(({ name }) => name)).toEqual([
    "score relevance",
    "score coherence",
    "score completeness",
  ]);
  expect(mergeDrafts(comparison, proposedChoices(comparison)).scores).toEqual({
    relevance: 5,
    coherence: 2,
    completeness: 1,
  });
});

test("a record is in the sample or not, whoever asks, and the share is about what was set", () => {
  const ids = Array.from({ length: 5_000 }, (_, n) => `record-${n}`);
  const share = ids.filter((id) => isSampled(id, 20)).length / ids.length;
  expect(share).toBeGreaterThan(0.18);
  expect(share).toBeLessThan(0.22);
  expect(ids.some((id) => isSampled(id, 0))).toBe(false);
  expect(ids.every((id) => isSampled(id, 100))).toBe(true);
  // Raising the share keeps those that were in it.
  expect(ids.filter((id) => isSampled(id, 20)).every((id) => isSampled(id, 30))).toBe(true);
});
