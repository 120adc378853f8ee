import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { type AfterReveal, decideAfterReveal } from "#lib/domain/review/after-reveal.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { db } from "#lib/server/database/client.ts";
import { contentOf, contentSelection } from "#lib/server/records/revision.ts";
import { requireReviewer } from "./reviewer.ts";
import { roomAccess } from "./room-access.ts";

/**
 * Notes what the actor would change in their review now that they know what others said. It stands beside the review:
 * no agreement counts it, and nothing follows from it for the record. Saying something else later adds to it.
 *
 * @throws Refused `not_found`, `forbidden`; `invalid` where nothing would change; `conflict` where others are not shown
 *   yet, or the record was erased
 */
export async function reviewAfterReveal(
  actor: Actor,
  projectId: string,
  { ref, ...said }: AfterReveal & { ref: string },
): Promise<void> {
  const { userId } = await requireReviewer(actor, projectId);
  const record = await db.record.findUnique({
    where: { projectId_ref: { projectId, ref } },
    select: { id: true, projectId: true, status: true, planted: true },
  });
  if (!record) throw new Refused("not_found", reviewStrings.noClaim.closed);
  const { own, revealed, round } = await roomAccess(actor, record);
  if (own?.status !== "submitted" || !revealed) throw new Refused("conflict", reviewStrings.notRevealed);
  const [review, baseRow] = await Promise.all([
    db.review.findUniqueOrThrow({
      where: { id: own.id },
      select: { decision: true, labels: { select: { thoughtId: true, label: true } } },
    }),
    db.revision.findUniqueOrThrow({ where: { id: round.baseRevisionId }, select: contentSelection }),
  ]);
  const base = contentOf(baseRow);
  if (!base) throw new Refused("conflict", reviewStrings.erased);
  const { labels, ...would } = decideAfterReveal(
    said,
    {
      decision: review.decision ?? "approve",
      labels: Object.fromEntries(review.labels.map(({ thoughtId, label }) => [thoughtId, label])),
    },
    base,
  );
  await db.review.create({
    data: {
      roundId: round.id,
      reviewerId: userId,
      status: "submitted",
      submittedAt: new Date(),
      afterReveal: true,
      ...would,
      labels: { create: labels.map((label) => ({ ...label, revisionId: round.baseRevisionId })) },
    },
    select: { id: true },
  });
}
