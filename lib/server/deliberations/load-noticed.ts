import type { Actor } from "#lib/domain/access/actions.ts";
import type { Noticed } from "#lib/domain/deliberation/view.ts";
import { db } from "#lib/server/database/client.ts";
import { loadFindings } from "#lib/server/records/findings.ts";
import { findDeliberation } from "./find.ts";

/**
 * What the checks noticed in what a deliberation gave; null where no record came of it. Who has its record in review and has not
 * submitted yet is told nothing: judging comes first.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadNoticed(
  actor: Actor,
  projectId: string,
  runNumber: number,
  promptNumber: number,
): Promise<Noticed | null> {
  const { id } = await findDeliberation(actor, projectId, runNumber, promptNumber);
  const revision = await db.revision.findFirst({
    where: { number: 1, record: { deliberationId: id } },
    select: { id: true, recordId: true, checksVersion: true },
  });
  if (!revision) return null;
  const isWithheld = actor.kind === "person" && (await isJudging(actor.userId, revision.recordId));
  const findings = isWithheld ? [] : await loadFindings(revision.id);
  return { version: revision.checksVersion, findings, isWithheld };
}

async function isJudging(reviewerId: string, recordId: string): Promise<boolean> {
  const reviews = await db.review.count({
    where: {
      reviewerId,
      round: { recordId, closedAt: null },
      status: { in: ["pending", "draft"] },
      withdrawnAt: null,
    },
  });
  return reviews > 0;
}
