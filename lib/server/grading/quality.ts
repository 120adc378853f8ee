import type { Actor } from "#lib/domain/access/actions.ts";
import { type Dimension, dimensions } from "#lib/domain/grading/dimension.ts";
import { compareBy, compareRuns } from "#lib/domain/grading/quality.ts";
import {
  type Distribution,
  type GradedRun,
  groupings,
  type PlacedPair,
  type Quality,
} from "#lib/domain/grading/quality-view.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { loadUnfitJudges } from "./judges.ts";
import { loadPreferences } from "./preferences.ts";
import { loadYield } from "./yields.ts";

/** How many of the newest prompts that both runs answered are looked at. */
const newest = 2_000;

/** What can be compared, and the comparison; null where there are not two graded runs. */
export type ProjectQuality = { runs: GradedRun[]; quality: Quality | null };

/**
 * How two graded runs of a project compare. Without a choice: the newest baseline, and the newest run of another kind.
 *
 * @param choice numbers of runs; what was never graded is passed over
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadQuality(
  actor: Actor,
  projectId: string,
  choice: { base?: number; other?: number } = {},
): Promise<ProjectQuality> {
  await authorize(actor, "runs.read", { projectId });
  const runs = await gradedRuns(projectId);
  const base =
    runs.find(({ number }) => number === choice.base) ??
    runs.find(({ kind }) => kind === "baseline") ??
    runs[1];
  const rest = runs.filter((run) => run !== base);
  const other =
    rest.find(({ number }) => number === choice.other) ??
    rest.find(({ kind }) => kind === "deliberation") ??
    rest[0];
  return { runs, quality: base && other ? await compared(projectId, base, other) : null };
}

/** Runs with scores of judges, newest first. */
function gradedRuns(projectId: string): Promise<GradedRun[]> {
  return db.$queryRaw`
    select w.number, c.name as recipe, w.kind, g.records
    from (
      select r.run_id, count(distinct r.id)::int as records
      from runs j join deliberations d on d.run_id = j.id
      join revisions v on v.id = d.subject_revision_id join records r on r.id = v.record_id
      where j.project_id = ${projectId}::uuid and j.kind = 'grading' and d.outcome = 'completed' and d.rival_revision_id is null
      group by r.run_id
    ) g
    join runs w on w.id = g.run_id join plans p on p.id = w.plan_id
    join recipe_versions x on x.id = p.recipe_version_id join recipes c on c.id = x.recipe_id
    order by w.number desc limit 100`;
}

type Row = PlacedPair & { baseScores: number[]; otherScores: number[]; prompt: string; synthetic: boolean };

async function compared(projectId: string, base: GradedRun, other: GradedRun): Promise<Quality> {
  const [rows, preferences, unfit, yields] = await Promise.all([
    scoredPairs(projectId, base.number, other.number),
    loadPreferences(projectId, base.number, other.number),
    loadUnfitJudges(projectId),
    Promise.all([base, other].map(({ number }) => loadYield(projectId, number))),
  ]);
  const faithful = rows.filter(({ dimension }) => dimension === "cot_policy");
  return {
    base,
    other,
    prompts: new Set(rows.map(({ prompt }) => prompt)).size,
    synthetic: [...rows, ...yields].some(({ synthetic }) => synthetic),
    comparisons: compareRuns(rows),
    unfit,
    preferences,
    distributions: dimensions.map((dimension) => distributionOf(dimension, rows)),
    yields,
    groups: groupings.map((by) => ({ by, rows: compareBy(faithful, (row) => groupsOf(row, by)) })),
  };
}

function groupsOf({ category, outcome, policies }: PlacedPair, by: (typeof groupings)[number]): string[] {
  if (by === "policy") return policies;
  return by === "outcome" ? [outcome] : category === null ? [] : [category];
}

function distributionOf(dimension: Dimension, rows: readonly Row[]): Distribution {
  const of = rows.filter((row) => row.dimension === dimension);
  const counts = (scores: number[]) =>
    [1, 2, 3, 4, 5].map((value) => scores.filter((one) => one === value).length);
  return {
    dimension,
    base: counts(of.flatMap(({ baseScores }) => baseScores)),
    other: counts(of.flatMap(({ otherScores }) => otherScores)),
  };
}

/** A row per prompt that judges scored in both runs, and dimension. A record that was graded often has the mean of all. */
function scoredPairs(projectId: string, base: number, other: number): Promise<Row[]> {
  return db.$queryRaw`
    with scored as (
      select w.number as run, r.id, r.prompt_id, r.outcome, r.cited_clauses, s.dimension,
        avg(s.value)::float8 as mean, array_agg(s.value::int) as scores, bool_or(j.synthetic or w.synthetic) as synthetic
      from runs w join records r on r.run_id = w.id and not r.planted
      join revisions v on v.record_id = r.id join scores s on s.revision_id = v.id and s.judge is not null
      join deliberations d on d.id = s.deliberation_id join runs j on j.id = d.run_id
      where w.project_id = ${projectId}::uuid and w.number in (${base}, ${other})
      group by w.number, r.id, s.dimension
    ), shared as (
      select a.prompt_id from scored a join scored b on b.prompt_id = a.prompt_id and b.run = ${other}
      where a.run = ${base} group by a.prompt_id order by a.prompt_id desc limit ${newest}
    )
    select a.prompt_id as prompt, a.dimension, a.mean as base, b.mean as other, a.scores as "baseScores",
      b.scores as "otherScores", a.synthetic or b.synthetic as synthetic, p.category, b.outcome,
      array(select distinct split_part(clause, '.', 1) from unnest(b.cited_clauses) clause) as policies
    from shared join scored a on a.prompt_id = shared.prompt_id and a.run = ${base}
    join scored b on b.prompt_id = a.prompt_id and b.dimension = a.dimension and b.run = ${other}
    join prompts p on p.id = a.prompt_id
    order by a.prompt_id`;
}
