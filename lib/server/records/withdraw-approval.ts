import { z } from "zod";
import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { findRecordId } from "./find.ts";
import { lockRecord } from "./lock.ts";
import { openRound } from "./round.ts";

/** Why an approval is withdrawn, and whether the record is offered for review again. */
export const Withdrawal = z.object({
  ref: z.string(),
  reason: z.string().trim().min(1, reviewStrings.withdraw.reasonMissing).max(500),
  again: z.boolean(),
});

/**
 * Withdraws the approval of a record. It stays, marked; the record leaves later snapshots, and is offered for
 * review again where that is wanted.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where no approval is in force
 */
export async function withdrawApproval(
  actor: Actor,
  projectId: string,
  { ref, reason, again }: z.output<typeof Withdrawal>,
): Promise<void> {
  await authorize(actor, "records.withdraw", { projectId });
  const recordId = await findRecordId(projectId, ref);
  await db.$transaction(async (tx) => {
    const record = await lockRecord(tx, recordId);
    const { count } = await tx.approval.updateMany({
      where: { recordId, withdrawnAt: null },
      data: { withdrawnAt: new Date() },
    });
    if (!record || count === 0) throw new Refused("conflict", reviewStrings.withdraw.notApproved);
    if (again) await openRound(tx, { recordId, baseRevisionId: record.headRevisionId });
    await tx.record.update({
      where: { id: recordId },
      data: { status: again ? "awaiting_review" : "withdrawn" },
      select: { id: true },
    });
    await appendAudit(tx, {
      actor,
      projectId,
      action: "approval.withdraw",
      objectKind: "record",
      objectId: recordId,
      reason,
      detail: { ref, again },
    });
  });
}
