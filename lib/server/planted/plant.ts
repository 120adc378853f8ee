import type { Actor } from "#lib/domain/access/actions.ts";
import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import { Refused } from "#lib/domain/errors.ts";
import { type Planting, withFlaw } from "#lib/domain/insights/planted.ts";
import { citedBy } from "#lib/domain/record/content.ts";
import { insightStrings } from "#lib/domain/strings/insights.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { lockRecord } from "#lib/server/records/lock.ts";
import { contentOf, revisionRow } from "#lib/server/records/revision.ts";
import { openRound } from "#lib/server/records/round.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { findSource, type Source } from "./source.ts";

type Tx = Prisma.TransactionClient;

const strings = insightStrings.planted;

/**
 * Plants a copy of a record among those to be reviewed: of a rejected one as it is, of an approved one with a flaw
 * in a thought. It looks like any other, is offered to everybody once who has not reviewed the original, and is never
 * approved or released.
 *
 * @throws Refused `not_found`, `forbidden`; `invalid` where the record cannot be planted or nothing is flawed
 */
export async function plantRecord(actor: Actor, projectId: string, { ref, flaw }: Planting): Promise<void> {
  await authorize(actor, "records.plant", { projectId });
  const source = await findSource(projectId, ref);
  const content = source.head && contentOf(source.head);
  if (!content) throw new Refused("invalid", strings.cannotPlant);
  const flawed = withFlaw(content, flaw);
  if (source.status === "approved") {
    const before = content.thoughts.find(({ id }) => id === flaw?.thoughtId);
    if (!flaw || !before || !isKept(before)) throw new Refused("invalid", strings.flawMissing);
    if (before.text.trim() === flaw.text.trim()) throw new Refused("invalid", strings.flawUnchanged);
  }
  await db.$transaction(async (tx) => {
    const { id: recordId } = await tx.record.create({
      data: {
        projectId,
        promptId: source.promptId,
        plantedFromId: source.id,
        planted: true,
        plantedFlaws: flaw ? [flaw.thoughtId] : [],
        ref: await unremarkableRef(tx, projectId, source),
        severity: source.severity,
        outcome: source.outcome,
        synthetic: source.synthetic,
        citedClauses: citedBy(flawed.thoughts),
      },
      select: { id: true },
    });
    const { id: headRevisionId } = await tx.revision.create({
      data: revisionRow({
        recordId,
        number: 1,
        author: { kind: source.deliberationId ? "deliberation" : "import" },
        content: flawed,
      }),
      select: { id: true },
    });
    await tx.record.update({ where: { id: recordId }, data: { headRevisionId }, select: { id: true } });
    await openRound(tx, { recordId, baseRevisionId: headRevisionId });
    await note(tx, actor, projectId, "record.plant", recordId);
  });
}

/**
 * Takes a planted record out of the queue. What reviewers said of it still counts.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function withdrawPlanted(actor: Actor, projectId: string, ref: string): Promise<void> {
  await authorize(actor, "records.plant", { projectId });
  const { id: recordId } = await db.record.findFirstOrThrow({
    where: { projectId, ref, planted: true },
    select: { id: true },
  });
  await db.$transaction(async (tx) => {
    await lockRecord(tx, recordId);
    await tx.reviewRound.updateMany({ where: { recordId, closedAt: null }, data: { closedAt: new Date() } });
    await tx.record.update({ where: { id: recordId }, data: { status: "withdrawn" }, select: { id: true } });
    await note(tx, actor, projectId, "record.unplant", recordId);
  });
}

/** A ref of the same kind as the original's, under a number that no run or import will have. */
async function unremarkableRef(tx: Tx, projectId: string, { ref }: Source): Promise<string> {
  const [first = "", ...rest] = ref.split(".");
  const isImport = first.startsWith("i");
  const { lastRunNumber, lastImportNumber } = await tx.project.update({
    where: { id: projectId },
    data: isImport ? { lastImportNumber: { increment: 1 } } : { lastRunNumber: { increment: 1 } },
    select: { lastRunNumber: true, lastImportNumber: true },
  });
  return [isImport ? `i${lastImportNumber}` : String(lastRunNumber), ...rest].join(".");
}

async function note(
  tx: Tx,
  actor: Actor,
  projectId: string,
  action: string,
  objectId: string,
): Promise<void> {
  await appendAudit(tx, { actor, projectId, action, objectKind: "record", objectId });
}
