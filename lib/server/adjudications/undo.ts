import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { canUndo } from "#lib/domain/review/reveal.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { adjudicationStrings as strings } from "#lib/domain/strings/adjudication.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { lockRecord } from "#lib/server/records/lock.ts";
import { settleRound } from "#lib/server/reviews/settle.ts";
import { requireAdjudicator } from "./adjudicator.ts";

/**
 * Takes back an adjudication of one's own that was just made. It stays, marked as withdrawn; the record waits for
 * adjudication again.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where the time for it is over or the record changed since
 */
export async function undoAdjudication(
  actor: Actor,
  projectId: string,
  roundId: string,
): Promise<{ ref: string }> {
  const { userId } = await requireAdjudicator(actor, projectId);
  const round = await db.reviewRound.findUnique({ where: { id: roundId, record: { projectId } } });
  if (!round) throw new Refused("not_found", accessStrings.notFound);
  return db.$transaction(async (tx) => {
    const record = await lockRecord(tx, round.recordId);
    const ruling = await tx.review.findFirst({
      where: { roundId, reviewerId: userId, kind: "adjudication", withdrawnAt: null },
    });
    if (!record || !ruling?.submittedAt || !canUndo(ruling.submittedAt, new Date())) {
      throw new Refused("conflict", reviewStrings.undoOver);
    }
    if (["stale", "superseded", "withdrawn"].includes(record.status)) {
      throw new Refused("conflict", strings.nothingToDecide);
    }
    await tx.review.update({
      where: { id: ruling.id },
      data: { withdrawnAt: new Date() },
      select: { id: true },
    });
    await settleRound(tx, round);
    await appendAudit(tx, {
      actor,
      projectId,
      action: "record.undo_adjudication",
      objectKind: "record",
      objectId: round.recordId,
      detail: { ref: record.ref, reviewId: ruling.id },
    });
    return { ref: record.ref };
  });
}
