import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { ReviewDraft } from "#lib/domain/review/draft.ts";
import type { DraftConflict, SavedDraft } from "#lib/domain/review/saved-draft.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { claimEnd } from "./claim.ts";
import { keepClaim } from "./keep-claim.ts";
import { requireOwnReview } from "./reviewer.ts";
import { findingsOfLabelled } from "./shown-findings.ts";

type Tx = Prisma.TransactionClient;

/** A save names what it was written on: the draft's version (0 before the first save) and the base revision. */
export type DraftSave = {
  reviewId: string;
  baseRevisionId: string;
  version: number;
  content: ReviewDraft;
};

/**
 * Stores what a reviewer has written, which is a sign of life as well. A claim that ran out is taken anew if its
 * slot is still free; the draft is stored in any case.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where the draft was saved elsewhere since (with both
 *   versions' facts as `DraftConflict`), or the review is submitted already
 */
export async function saveDraft(actor: Actor, save: DraftSave): Promise<SavedDraft> {
  const { recordId, projectId } = await requireOwnReview(actor, save.reviewId);
  const saved = await db.$transaction(async (tx) => {
    const stored = await storeDraft(tx, save);
    await tx.review.update({ where: { id: save.reviewId }, data: { status: "draft" }, select: { id: true } });
    await tx.review.updateMany({
      where: { id: save.reviewId, slot: { not: null } },
      data: { claimExpiresAt: await claimEnd(tx, projectId) },
    });
    return stored;
  });
  return {
    ...saved,
    claim: await keepClaim(actor, { recordId, reviewId: save.reviewId }),
    findings: await findingsOfLabelled(save.baseRevisionId, save.content),
  };
}

/**
 * Stores a draft over the version that the save names, and nothing over any other.
 *
 * @throws Refused `conflict`, with what is stored
 */
export async function storeDraft(
  tx: Tx,
  { reviewId, baseRevisionId, version, content }: DraftSave,
): Promise<{ version: number; savedAt: string }> {
  // The row lock makes saves of one review take turns with each other and with its submission.
  const [review] = await tx.$queryRaw<{ open: boolean; erased: boolean; baseRevisionId: string }[]>`
    select v.status in ('pending', 'draft') as open, v.erasure_id is not null as erased,
      o.base_revision_id as "baseRevisionId"
    from reviews v join review_rounds o on o.id = v.round_id where v.id = ${reviewId}::uuid for update of v`;
  if (!review?.open) throw new Refused("conflict", reviewStrings.noClaim.submitted);
  const stored = await tx.draft.findUnique({ where: { reviewId } });
  if (review.erased || stored?.erasureId) throw new Refused("conflict", reviewStrings.erased);
  if ((stored?.version ?? 0) !== version || review.baseRevisionId !== baseRevisionId) {
    throw new Refused("conflict", reviewStrings.savedElsewhere, stored && conflictWith(stored));
  }
  const draft = await tx.draft.upsert({
    where: { reviewId },
    create: { reviewId, baseRevisionId, content },
    update: { content, version: version + 1 },
    select: { version: true, updatedAt: true },
  });
  return { version: draft.version, savedAt: draft.updatedAt.toISOString() };
}

function conflictWith(stored: Prisma.DraftGetPayload<object>): DraftConflict {
  return {
    version: stored.version,
    savedAt: stored.updatedAt.toISOString(),
    content: ReviewDraft.parse(stored.content),
  };
}
