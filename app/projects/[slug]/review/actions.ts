"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { Actor } from "#lib/domain/access/actions.ts";
import { SecondsSeen } from "#lib/domain/exposure/seen.ts";
import { AfterReveal } from "#lib/domain/review/after-reveal.ts";
import { ReviewDraft } from "#lib/domain/review/draft.ts";
import { allThatWaits, Working } from "#lib/domain/review/working.ts";
import { action } from "#lib/server/action.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { Withdrawal, withdrawApproval as withdraw } from "#lib/server/records/withdraw-approval.ts";
import { reviewAfterReveal } from "#lib/server/reviews/after-reveal.ts";
import { claimRecord as claim } from "#lib/server/reviews/claim.ts";
import { nextRecord } from "#lib/server/reviews/next-record.ts";
import { skipReview as skip } from "#lib/server/reviews/skip-review.ts";
import { submitReview as submit } from "#lib/server/reviews/submit-review.ts";
import { undoReview as undo } from "#lib/server/reviews/undo-review.ts";
import { chooseWorking } from "#lib/server/reviews/working.ts";

const slug = z.string();
const reviewId = z.uuid();
const Submission = z.object({
  slug,
  reviewId,
  baseRevisionId: z.uuid(),
  version: z.int().nonnegative(),
  content: ReviewDraft,
  seen: SecondsSeen,
});

/** Makes the browser ask anew for rooms that it was in. */
function forgetRooms(): void {
  revalidatePath("/projects/[slug]/review/[ref]", "page");
}

/** Claims the next record and goes to it, in the same request; to the queue where nothing waits. */
async function goOn(actor: Actor, slug: string, past: string | null): Promise<never> {
  const { project } = await requireProject(actor, slug, "records.review");
  const next = await nextRecord(actor, project.id, { past });
  // Who goes back must not find the record at hand as it was before.
  forgetRooms();
  redirect(next ? `/projects/${slug}/review/${next.ref}` : `/projects/${slug}/review?done`);
}

export const startReviewing = action(
  z.object({ slug, working: Working.default(allThatWaits) }),
  async ({ slug, working }, actor) => {
    const { project } = await requireProject(actor, slug, "records.review");
    await chooseWorking(actor, project.id, working);
    return goOn(actor, slug, null);
  },
);

export const nextInQueue = action(z.object({ slug, past: z.string().nullable() }), ({ slug, past }, actor) =>
  goOn(actor, slug, past),
);

export const submitReview = action(Submission, async ({ slug, seen, ...save }, actor) => {
  const { ref } = await submit(actor, save, seen);
  return goOn(actor, slug, ref);
});

export const skipReview = action(
  z.object({ slug, reviewId, seen: SecondsSeen }),
  async ({ slug, reviewId, seen }, actor) => {
    const { ref } = await skip(actor, reviewId, seen);
    return goOn(actor, slug, ref);
  },
);

export const undoReview = action(z.object({ slug, reviewId }), async ({ slug, reviewId }, actor) => {
  const { ref } = await undo(actor, reviewId);
  forgetRooms();
  redirect(`/projects/${slug}/review/${ref}`);
});

export const claimRecord = action(z.object({ slug, ref: z.string() }), async ({ slug, ref }, actor) => {
  const { project } = await requireProject(actor, slug, "records.review");
  await claim(actor, project.id, ref);
  forgetRooms();
});

export const changeNow = action(
  AfterReveal.extend({ slug, ref: z.string() }),
  async ({ slug, ...said }, actor) => {
    const { project } = await requireProject(actor, slug, "records.review");
    await reviewAfterReveal(actor, project.id, said);
    revalidatePath("/projects/[slug]/review/[ref]", "page");
  },
);

export const withdrawApproval = action(
  Withdrawal.extend({ slug }),
  async ({ slug, ...withdrawal }, actor) => {
    const { project } = await requireProject(actor, slug, "records.withdraw");
    await withdraw(actor, project.id, withdrawal);
    forgetRooms();
  },
);
