import { expect, test } from "vitest";
import { emptyDraft, type ReviewDraft } from "#lib/domain/review/draft.ts";
import { db } from "#lib/server/database/client.ts";
import { createImported } from "#lib/server/testing/records.ts";
import { begin, createReviewers, letPass } from "#lib/server/testing/reviewing.ts";
import { loadRoom } from "./load-room.ts";
import { saveDraft } from "./save-draft.ts";
import { submitReview } from "./submit-review.ts";

/** The last thought of the imported record cites nothing, and another finding is put on its first. */
async function begun() {
  const { ina, lea, projectId } = await createReviewers();
  const ref = await createImported(projectId);
  const review = await begin(ina, projectId, ref);
  const first = { revisionId: review.baseRevisionId, thoughtId: "1.1", check: "bad_length" };
  await db.finding.create({ data: { ...first, detail: { characters: 0 } } });
  const seenBy = async (actor: typeof ina) =>
    (await loadRoom(actor, projectId, ref)).findings.map(({ thoughtId }) => thoughtId);
  return { ina, lea, review, seenBy };
}

const labelling: ReviewDraft = { ...emptyDraft, labels: { "1.2": "unsupported" } };

test("findings on a thought come with the save that labels it, and no others", async () => {
  const { ina, review, seenBy } = await begun();
  expect(await seenBy(ina)).toEqual([]);
  const saved = await saveDraft(ina, { ...review, content: labelling });
  expect(saved.findings).toEqual([{ thoughtId: "1.2", detail: { check: "uncited_conclusion" } }]);
  expect(await seenBy(ina)).toEqual(["1.2"]);
});

test("one who only reads learns nothing while others still judge", async () => {
  const { lea, seenBy } = await begun();
  expect(await seenBy(lea)).toEqual([]);
});

test("all of them are shown once a review can no longer be taken back", async () => {
  const { ina, review, seenBy } = await begun();
  await submitReview(ina, {
    ...review,
    content: { ...labelling, reasoning: "flawed", decision: "reject", note: "No." },
  });
  expect(await seenBy(ina)).toEqual(["1.2"]);
  await letPass(review.reviewId, 60);
  expect((await seenBy(ina)).sort()).toEqual(["1.1", "1.2"]);
});
