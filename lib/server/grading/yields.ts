import { Label } from "#lib/domain/deliberation/reply.ts";
import type { RunYield } from "#lib/domain/grading/run-yield.ts";
import { undoableSince } from "#lib/domain/review/reveal.ts";
import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** How many of a run's newest records are looked into. */
const newest = 500;

/** What a run took and what became of its records. Callers have authorized. */
export async function loadYield(projectId: string, run: number): Promise<RunYield> {
  const { id, synthetic } = await db.run.findUniqueOrThrow({
    where: { projectId_number: { projectId, number: run } },
    select: { id: true, synthetic: true },
  });
  const [spent, records, refined, reviewed] = await Promise.all([
    spentOn(id),
    recordsOf(id),
    refinedIn(id),
    reviewedIn(id),
  ]);
  return { run, synthetic, ...spent, ...records, refined, reviewed };
}

/** SQL: the records of a run, by way of its deliberations. */
function given(runId: string): Prisma.Sql {
  return Prisma.sql`deliberations d join records r on r.deliberation_id = d.id and not r.planted
    where d.run_id = ${runId}::uuid`;
}

async function spentOn(runId: string) {
  const { _sum: sum } = await db.runTally.aggregate({
    where: { runId },
    _sum: { tokensIn: true, tokensCached: true, tokensOut: true, costMicros: true },
  });
  return {
    tokensIn: Number(sum.tokensIn ?? 0),
    tokensCached: Number(sum.tokensCached ?? 0),
    tokensOut: Number(sum.tokensOut ?? 0),
    costMicros: Number(sum.costMicros ?? 0),
  };
}

/** Approvals that can still be taken back are not told of. */
async function recordsOf(runId: string): Promise<Pick<RunYield, "records" | "approved">> {
  const [counted] = await db.$queryRaw<Pick<RunYield, "records" | "approved">[]>`
    select count(*)::int as records, count(a.id)::int as approved
    from (select r.id, r.status from ${given(runId)}) r
    left join approvals a on a.record_id = r.id and a.withdrawn_at is null and r.status = 'approved'
      and a.approved_at < ${undoableSince(new Date())}`;
  return counted ?? { records: 0, approved: 0 };
}

async function refinedIn(runId: string): Promise<RunYield["refined"]> {
  const rows = await db.$queryRaw<{ label: string | null; n: number; records: number; thoughts: number }[]>`
    with first as (
      select v.thoughts from (select r.id from ${given(runId)} order by d.id desc limit ${newest}) r
      join revisions v on v.record_id = r.id and v.number = 1 and v.erasure_id is null
    ),
    said as (select jsonb_array_elements(thoughts) as t from first)
    select t -> 'removed' ->> 'label' as label, count(*) filter (where t ? 'removed')::int as n,
      (select count(*)::int from first) as records, (select count(*)::int from said) as thoughts
    from said group by 1 order by 2 desc, 1`;
  return {
    records: rows[0]?.records ?? 0,
    thoughts: rows[0]?.thoughts ?? 0,
    removed: rows.flatMap(({ label, n }) => {
      const known = Label.safeParse(label);
      return known.success ? [{ label: known.data, n }] : [];
    }),
  };
}

type Reviewed = {
  reviews: number;
  thoughts: number;
  approve: number;
  request_changes: number;
  reject: number;
  edited: number;
  removed: number;
  reshaped: number;
  added: number;
  response: number;
};

/** Compares what was given with what each reviewer made of it, thought by thought. */
async function reviewedIn(runId: string): Promise<RunYield["reviewed"]> {
  const [row] = await db.$queryRaw<Reviewed[]>`
    with said as (
      select v.decision, b.thoughts as given, m.thoughts as made, b.response as was, m.response as now
      from (select r.id from ${given(runId)} order by d.id desc limit ${newest}) r
      join review_rounds o on o.record_id = r.id and o.closed_at < ${undoableSince(new Date())}
      join reviews v on v.round_id = o.id and v.kind = 'review' and v.status = 'submitted' and v.withdrawn_at is null
        and not v.after_reveal and v.erasure_id is null
      join revisions b on b.id = o.base_revision_id and b.erasure_id is null
      left join revisions m on m.id = v.revision_id
    ),
    counted as (
      select decision, coalesce(now <> was, false) as response, k.*
      from said, lateral (
        select count(*) as thoughts,
          count(*) filter (where reshaped) as reshaped,
          count(*) filter (where not reshaped and u ? 'removed') as removed,
          count(*) filter (where not reshaped and not u ? 'removed' and btrim(u ->> 'text') <> btrim(t ->> 'text')) as edited,
          (select count(*) from jsonb_array_elements(made) n
            where not n ? 'removed' and coalesce(jsonb_array_length(n -> 'from'), 0) = 0
              and not exists (select from jsonb_array_elements(given) g where g ->> 'id' = n ->> 'id')) as added
        from jsonb_array_elements(given) t
        left join lateral (select u from jsonb_array_elements(made) u where u ->> 'id' = t ->> 'id' limit 1) x on true,
        lateral (select exists (
          select from jsonb_array_elements(made) n where not n ? 'removed' and n -> 'from' ? (t ->> 'id')
        ) as reshaped) s
        where not t ? 'removed'
      ) k
    )
    select count(*)::int as reviews, coalesce(sum(thoughts), 0)::int as thoughts,
      count(*) filter (where decision = 'approve')::int as approve,
      count(*) filter (where decision = 'request_changes')::int as request_changes,
      count(*) filter (where decision = 'reject')::int as reject,
      coalesce(sum(edited), 0)::int as edited, coalesce(sum(removed), 0)::int as removed,
      coalesce(sum(reshaped), 0)::int as reshaped, coalesce(sum(added), 0)::int as added,
      count(*) filter (where response)::int as response
    from counted`;
  if (!row) throw new Error("A count gives one row.");
  const { reviews, thoughts, approve, request_changes, reject, ...changes } = row;
  return { reviews, thoughts, decisions: { approve, request_changes, reject }, changes };
}
