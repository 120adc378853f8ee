import type { Actor } from "#lib/domain/access/actions.ts";
import type { Noticed } from "#lib/domain/deliberation/view.ts";
import { db } from "#lib/server/database/client.ts";
import { loadFindings } from "#lib/server/records/findings.ts";
import { findDeliberation } from "./find.ts";
import { isJudging } from "./judging.ts";

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
  const isWithheld = await isJudging(actor, revision.recordId);
  const findings = isWithheld ? [] : await loadFindings(revision.id);
  return { version: revision.checksVersion, findings, isWithheld };
}
