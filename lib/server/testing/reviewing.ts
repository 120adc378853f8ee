import { emptyDraft, type ReviewDraft } from "#lib/domain/review/draft.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { claimRecord } from "#lib/server/reviews/claim.ts";
import { loadRoom } from "#lib/server/reviews/load-room.ts";
import { submitReview } from "#lib/server/reviews/submit-review.ts";
import { createPerson, createProjectWith } from "./people.ts";

/** Says that all is well. */
export const approving: ReviewDraft = { ...emptyDraft, reasoning: "sound" };

/** Mends the second thought of the first scenario. */
export const fixing: ReviewDraft = {
  ...emptyDraft,
  labels: { "t2.1": "policy_inconsistent" },
  edits: { "t2.1": { text: "On one's own machine this is routine." } },
  reasoning: "fixed",
  note: "An everyday task was treated as suspicious.",
};

/** A project with two annotators and a lead. */
export async function createReviewers() {
  const [ina, ben, lea] = await Promise.all([
    createPerson({ name: "Ina" }),
    createPerson({ name: "Ben" }),
    createPerson({ name: "Lea" }),
  ]);
  const { id: projectId, slug } = await createProjectWith([
    [ina, "annotator"],
    [ben, "annotator"],
    [lea, "lead"],
  ]);
  return { ina, ben, lea, projectId, slug };
}

/** Claims a record; gives what a save of its review would name. */
export async function begin(actor: PersonActor, projectId: string, ref: string) {
  const { reviewId } = await claimRecord(actor, projectId, ref);
  const room = await loadRoom(actor, projectId, ref);
  return { reviewId, baseRevisionId: room.given.id, version: room.review?.version ?? 0 };
}

/** Claims a record and submits a review of it. */
export async function submit(actor: PersonActor, projectId: string, ref: string, content: ReviewDraft) {
  const review = await begin(actor, projectId, ref);
  await submitReview(actor, { ...review, content });
  return review;
}

/** A record with what its reviews made of it. */
export function recordOf(projectId: string, ref: string) {
  return db.record.findUniqueOrThrow({
    where: { projectId_ref: { projectId, ref } },
    include: {
      approvals: { orderBy: { id: "asc" } },
      revisions: { orderBy: { number: "asc" } },
      rounds: { orderBy: { number: "asc" } },
    },
  });
}

/** Moves a review's times back, as if so many minutes had passed since. */
export async function letPass(reviewId: string, minutes: number): Promise<void> {
  await db.$transaction([
    db.$executeRaw`alter table reviews disable trigger submitted_never_changes`,
    db.$executeRaw`update reviews set claim_expires_at = claim_expires_at - make_interval(mins => ${minutes}),
      submitted_at = submitted_at - make_interval(mins => ${minutes}) where id = ${reviewId}::uuid`,
    db.$executeRaw`alter table reviews enable trigger submitted_never_changes`,
  ]);
}
