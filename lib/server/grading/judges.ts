import type { Actor } from "#lib/domain/access/actions.ts";
import type { Dimension } from "#lib/domain/grading/dimension.ts";
import {
  type JudgeAgreement,
  judgeAgreement,
  judgeName,
  type ScoreCell,
  type ScoredByBoth,
  unfitJudges,
} from "#lib/domain/grading/judge-agreement.ts";
import { undoableSince } from "#lib/domain/review/reveal.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** How many of the newest reviews with scores are looked at. */
const newest = 2_000;

/** How judges agree with people, and from which κ on they count as fit. */
export type JudgesBesidePeople = { judges: JudgeAgreement[]; leastKappa: number; synthetic: boolean };

/**
 * How the judges of a project agree with its people, where both scored the same revision.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadJudges(actor: Actor, projectId: string): Promise<JudgesBesidePeople> {
  await authorize(actor, "records.read", { projectId });
  const [rows, leastKappa] = await Promise.all([scoredByBoth(projectId), leastKappaOf(projectId)]);
  return {
    judges: judgeAgreement(rows, leastKappa),
    leastKappa,
    synthetic: rows.some(({ synthetic }) => synthetic),
  };
}

/**
 * The dimensions on which the judges of gradings are unfit, by grading and key of the judge's role. Callers have
 * authorized.
 */
export async function unfitIn(
  projectId: string,
  gradingIds: readonly string[],
): Promise<(gradingId: string, judge: string) => readonly Dimension[]> {
  if (gradingIds.length === 0) return () => [];
  const [unfit, turns] = await Promise.all([
    loadUnfitJudges(projectId),
    db.turn.findMany({
      where: { deliberationId: { in: [...gradingIds] }, stage: "grade" },
      select: { deliberationId: true, role: true, model: true },
    }),
  ]);
  return (gradingId, judge) => {
    const turn = turns.find(({ deliberationId, role }) => deliberationId === gradingId && role === judge);
    return turn ? (unfit[judgeName(turn.role, turn.model)] ?? []) : [];
  };
}

/**
 * The dimensions on which a judge is unfit, by `judgeName`; up to a minute old, but for the bar of the project. Callers
 * have authorized.
 */
export async function loadUnfitJudges(
  projectId: string,
): Promise<Readonly<Record<string, readonly Dimension[]>>> {
  const [cells, leastKappa] = await Promise.all([cellsOf(projectId), leastKappaOf(projectId)]);
  return unfitJudges(cells, leastKappa);
}

const keptMs = 60_000;
const mostKept = 100;
const kept = new Map<string, { at: number; cells: Promise<ScoreCell[]> }>();

/** How often which scores met: every room that tells scores asks for it, and thousands of scores make it. */
function cellsOf(projectId: string): Promise<ScoreCell[]> {
  const known = kept.get(projectId);
  if (known && Date.now() - known.at < keptMs) return known.cells;
  if (kept.size >= mostKept) kept.clear();
  const cells = countCells(projectId);
  cells.catch(() => kept.delete(projectId));
  kept.set(projectId, { at: Date.now(), cells });
  return cells;
}

async function countCells(projectId: string): Promise<ScoreCell[]> {
  const rows = await db.$queryRaw<Unnamed<ScoreCell>[]>`with ${scored(projectId)}
    select t.role, t.model, s.dimension, s.value::int as judged, h.value::int as human, count(*)::int as n
    from ${byBoth} group by 1, 2, 3, 4, 5`;
  return rows.map(named);
}

async function leastKappaOf(projectId: string): Promise<number> {
  const { fitKappa } = await db.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { fitKappa: true },
  });
  return fitKappa;
}

async function scoredByBoth(projectId: string): Promise<(ScoredByBoth & { synthetic: boolean })[]> {
  const rows = await db.$queryRaw<
    (Unnamed<ScoredByBoth> & { synthetic: boolean })[]
  >`with ${scored(projectId)}
    select scored.record_id as record, t.role, t.model, s.dimension, s.value::int as judged, h.value::int as human,
      scored.synthetic or j.synthetic as synthetic
    from ${byBoth} join deliberations d on d.id = s.deliberation_id join runs j on j.id = d.run_id`;
  return rows.map(named);
}

/**
 * SQL: `scored`, the newest reviews that were asked for scores, in rounds that are closed for good, so that nothing is told
 * of records that others still judge.
 */
function scored(projectId: string): Prisma.Sql {
  return Prisma.sql`scored as (
    select v.id, o.record_id, r.synthetic from reviews v
    join review_rounds o on o.id = v.round_id join records r on r.id = o.record_id
    where v.asks_scores and v.kind = 'review' and v.status = 'submitted' and v.withdrawn_at is null
      and not v.after_reveal and r.project_id = ${projectId}::uuid and not r.planted
      and o.closed_at < ${undoableSince(new Date())}
    order by v.id desc limit ${newest}
  )`;
}

/** SQL: a person's score `h` beside a judge's `s` of the same revision on the same dimension, said in turn `t`. */
const byBoth = Prisma.sql`scored join scores h on h.review_id = scored.id
  join scores s on s.revision_id = h.revision_id and s.dimension = h.dimension and s.judge is not null
  join turns t on t.deliberation_id = s.deliberation_id and t.role = s.judge and t.stage = 'grade'`;

type Unnamed<Scored extends { judge: string }> = Omit<Scored, "judge"> & {
  role: string;
  model: string | null;
};

function named<Row extends { role: string; model: string | null }>({ role, model, ...row }: Row) {
  return { ...row, judge: judgeName(role, model) };
}
