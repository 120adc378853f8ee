import type { Actor } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import {
  type CitingRecords,
  type CitingRound,
  type Coverage,
  coverageOf,
} from "#lib/domain/insights/coverage.ts";
import { citedBy } from "#lib/domain/record/content.ts";
import { shownStatus } from "#lib/domain/record/shown-status.ts";
import { recordStatuses } from "#lib/domain/record/status.ts";
import { undoableSince } from "#lib/domain/review/reveal.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { contentOf, contentSelection } from "#lib/server/records/revision.ts";
import { unsettledIn } from "#lib/server/reviews/unsettled.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** How many of the newest records are looked at. */
export const newestRecords = 10_000;
/** How many of the newest finished rounds are looked at. */
const newestRounds = 2_000;

/** Coverage of each policy and clause, in order of number, with what the policies are called. */
export type ProjectCoverage = { rows: Coverage[]; titles: Record<string, string>; isPartial: boolean };

/**
 * How far the policies and clauses of a project are covered, from its newest records and rounds. To whoever may review, a
 * record of which something was just said counts as what it was before: as waiting, and citing what its base cites.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadCoverage(actor: Actor, projectId: string): Promise<ProjectCoverage> {
  const role = await authorize(actor, "records.read", { projectId });
  const unsettled = can(actor, "records.review", role) ? [...(await unsettledIn(projectId)).keys()] : [];
  const [policies, counted, before, rounds] = await Promise.all([
    db.policy.findMany({
      where: { projectId, archivedAt: null, versions: { some: {} } },
      select: {
        number: true,
        versions: { orderBy: { version: "desc" }, take: 1, select: { title: true } },
        clauses: { select: { number: true } },
      },
    }),
    citingRecords(projectId, unsettled),
    asTheyWere(unsettled),
    citingRounds(projectId),
  ]);
  const numbers = policies.flatMap(({ number, clauses }) => [
    `${number}`,
    ...clauses.map((clause) => `${number}.${clause.number}`),
  ]);
  return {
    rows: coverageOf(numbers, [...counted, ...before], rounds),
    titles: Object.fromEntries(
      policies.map(({ number, versions: [newest] }) => [number, newest?.title ?? ""]),
    ),
    isPartial: counted.reduce((sum, { n }) => sum + n, 0) >= newestRecords,
  };
}

/** Each status is walked along its index, so that no more is read than is looked at. */
function citingRecords(projectId: string, except: readonly string[]): Promise<CitingRecords[]> {
  const ofStatus = recordStatuses.map(
    (status) => Prisma.sql`(select r.id, r.status, r.cited_clauses from records r
      where r.project_id = ${projectId}::uuid and r.status = ${Prisma.raw(`'${status}'`)} and not r.planted
        and r.id <> all (${except}::uuid[])
      order by r.id desc limit ${newestRecords})`,
  );
  return db.$queryRaw<CitingRecords[]>(Prisma.sql`
    select newest.cited_clauses as clauses, newest.status, count(*)::int as n from (
      select * from (${Prisma.join(ofStatus, " union all ")}) found order by id desc limit ${newestRecords}
    ) newest group by 1, 2`);
}

/** Records of which something was said that can still be taken back, as they were before. */
async function asTheyWere(ids: readonly string[]): Promise<CitingRecords[]> {
  const records = await db.record.findMany({
    where: { id: { in: [...ids] }, planted: false },
    select: {
      status: true,
      rounds: {
        where: { reviews: { some: { submittedAt: { gt: undoableSince(new Date()) } } } },
        orderBy: { number: "desc" },
        take: 1,
        select: { baseRevision: { select: contentSelection } },
      },
    },
  });
  return records.map(({ status, rounds: [round] }) => ({
    clauses: citedBy((round && contentOf(round.baseRevision)?.thoughts) ?? []),
    status: shownStatus(status, { mayReview: true, unsettled: true }),
    n: 1,
  }));
}

/** Rounds of several reviewers that all of them have finished for good. */
function citingRounds(projectId: string): Promise<CitingRound[]> {
  return db.$queryRaw<CitingRound[]>`
    select r.cited_clauses as clauses, s.decisions = 1 as alike
    from review_rounds o join records r on r.id = o.record_id
    cross join lateral (
      select count(*) as n, count(distinct v.decision) as decisions from reviews v
      where v.round_id = o.id and v.kind = 'review' and v.status = 'submitted' and v.withdrawn_at is null
        and not v.after_reveal
    ) s
    where r.project_id = ${projectId}::uuid and not r.planted and o.slots > 1
      and o.closed_at < ${undoableSince(new Date())} and s.n >= o.slots
    order by o.id desc limit ${newestRounds}`;
}
