import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { type BulkOrder, type BulkResult, leftOutBecause, statusAfter } from "#lib/domain/review/bulk.ts";
import { settledAt } from "#lib/domain/review/reveal.ts";
import { bulkStrings as strings } from "#lib/domain/strings/bulk.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { appendAudits } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { uuid7 } from "#lib/server/database/uuid7.ts";
import { holdPolicies } from "#lib/server/policies/lock.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { type Subject, subjectsOf } from "./subjects.ts";

type Tx = Prisma.TransactionClient;

/**
 * Does to records what was previewed, in one transaction; what is not as it was any more is left out. Nobody can claim
 * what is offered again before this can no longer be taken back.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where nothing is as it was
 */
export async function applyBulk(
  actor: Actor,
  projectId: string,
  { kind, refs, reason, again }: BulkOrder,
): Promise<BulkResult> {
  await authorize(actor, "records.withdraw", { projectId });
  return db.$transaction(
    async (tx) => {
      await holdPolicies(tx, projectId);
      const which = Prisma.sql`r.project_id = ${projectId}::uuid and r.ref = any (${refs}::text[])`;
      const judged = (await subjectsOf(tx, which, { lock: true })).map((subject) => ({
        subject,
        because: leftOutBecause(kind, subject),
      }));
      const touched = judged.filter(({ because }) => because === null).map(({ subject }) => subject);
      if (touched.length === 0) throw new Refused("conflict", strings.nothingTouched);
      const after = statusAfter(kind, { again });
      const approvals = await withdrawApprovals(tx, touched);
      const rounds =
        after === "awaiting_review" ? await openRounds(tx, projectId, touched) : new Map<string, string>();
      await tx.record.updateMany({
        where: { id: { in: touched.map(({ id }) => id) } },
        data: { status: after, batchId: null },
      });
      const { id } = await tx.bulkAction.create({
        data: {
          projectId,
          kind,
          actorId: actor.kind === "person" ? actor.userId : null,
          doneAt: new Date(),
          items: {
            createMany: {
              data: touched.map((subject) => ({
                recordId: subject.id,
                before: subject.status,
                after,
                approvalId: approvals.get(subject.id),
                roundId: rounds.get(subject.id),
              })),
            },
          },
        },
        select: { id: true },
      });
      await appendAudits(
        tx,
        touched.map((subject) => ({
          actor,
          projectId,
          action: kind === "withdraw" ? "approval.withdraw" : "record.reopen",
          objectKind: "record",
          objectId: subject.id,
          reason,
          detail: { ref: subject.ref, again, bulk: id },
        })),
      );
      return {
        id,
        touched: touched.length,
        leftOut: judged.flatMap(({ subject: { ref }, because }) => (because ? [{ ref, because }] : [])),
      };
    },
    { timeout: 30_000 },
  );
}

/** @returns ids of the approvals by record */
async function withdrawApprovals(tx: Tx, records: readonly Subject[]): Promise<Map<string, string>> {
  const withdrawn = await tx.approval.updateManyAndReturn({
    where: { recordId: { in: records.map(({ id }) => id) }, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
    select: { id: true, recordId: true },
  });
  return new Map(withdrawn.map(({ id, recordId }) => [recordId, id]));
}

/**
 * What `openRound` does for one record, for all in one statement: under the policies in force, of what each says now.
 *
 * @returns ids of the rounds by record
 */
async function openRounds(
  tx: Tx,
  projectId: string,
  records: readonly Subject[],
): Promise<Map<string, string>> {
  const opened = records.map(({ id, headRevisionId }) => ({ id: uuid7(), recordId: id, headRevisionId }));
  await tx.reviewRound.updateMany({
    where: { recordId: { in: records.map(({ id }) => id) }, closedAt: null },
    data: { closedAt: new Date() },
  });
  await tx.$executeRaw`
    insert into review_rounds (id, record_id, base_revision_id, policy_set_id, number, slots, opened_at)
    select n.id, n.record_id, n.head, policies.id,
      coalesce((select max(o.number) from review_rounds o where o.record_id = n.record_id), 0) + 1,
      project.reviews_per_record, ${settledAt(new Date())}
    from unnest(
        ${opened.map(({ id }) => id)}::uuid[], ${opened.map(({ recordId }) => recordId)}::uuid[],
        ${opened.map(({ headRevisionId }) => headRevisionId)}::uuid[]
      ) as n (id, record_id, head),
      projects project,
      lateral (select id from policy_sets where project_id = project.id order by number desc limit 1) policies
    where project.id = ${projectId}::uuid`;
  return new Map(opened.map(({ id, recordId }) => [recordId, id]));
}
