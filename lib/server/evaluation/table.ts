import type { Actor } from "#lib/domain/access/actions.ts";
import { declines, openingLength } from "#lib/domain/deliberation/declines.ts";
import type { Outcome } from "#lib/domain/deliberation/outcome.ts";
import { Recipe } from "#lib/domain/deliberation/recipe.ts";
import { ExamineReply } from "#lib/domain/deliberation/reply.ts";
import {
  type EvaluatedRun,
  type EvaluationTable,
  type Examined,
  evaluationTable,
} from "#lib/domain/evaluation/evaluation.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** How many runs stand side by side where nobody chose, and how many at most. */
const shownRuns = { usually: 4, most: 8 } as const;
/** How many of a run's newest deliberations are read. */
const newest = 5_000;

/** Runs that can be chosen, newest first, and the table of those that are. */
export type ProjectEvaluation = { runs: (EvaluatedRun & { chosen: boolean })[]; table: EvaluationTable };

/**
 * How the evaluated endpoints of a project do on its evaluation prompts. Without a choice: the newest evaluations.
 *
 * @param chosen numbers of runs; what is no evaluation is passed over
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadEvaluation(
  actor: Actor,
  projectId: string,
  chosen: readonly number[] = [],
): Promise<ProjectEvaluation> {
  await authorize(actor, "runs.read", { projectId });
  const rows = await db.run.findMany({
    where: { projectId, kind: "evaluation" },
    orderBy: { number: "desc" },
    take: 100,
    select: selection,
  });
  const wanted = rows.filter(({ number }) => chosen.includes(number)).slice(0, shownRuns.most);
  // In the order in which they were made: before tuning stands left of after it.
  const taken = (wanted.length > 0 ? wanted : rows.slice(0, shownRuns.usually)).toReversed();
  const parts = await Promise.all(
    taken.map(async (row) => ({ run: evaluatedRun(row), ...(await examinedIn(row.id)) })),
  );
  return {
    runs: rows.map((row) => ({ ...evaluatedRun(row), chosen: taken.includes(row) })),
    table: evaluationTable(parts),
  };
}

const selection = {
  id: true,
  number: true,
  synthetic: true,
  plan: {
    select: {
      recipeVersion: { select: { body: true } },
      roles: {
        select: {
          role: true,
          endpointVersion: { select: { model: true, endpoint: { select: { name: true } } } },
        },
      },
    },
  },
} as const satisfies Prisma.RunSelect;

type RunRow = Prisma.RunGetPayload<{ select: typeof selection }>;

function evaluatedRun({ number, synthetic, plan: { roles, recipeVersion } }: RunRow): EvaluatedRun {
  const recipe = Recipe.parse(recipeVersion.body);
  const byKey = new Map(roles.map(({ role, endpointVersion }) => [role, endpointVersion]));
  const [target, judge] =
    recipe.kind === "evaluation" ? [byKey.get(recipe.target.key), byKey.get(recipe.judge.key)] : [];
  return {
    number,
    endpoint: target?.endpoint.name ?? "",
    model: target?.model ?? "",
    judge: judge?.model ?? "",
    synthetic,
    judgesItself: target?.model === judge?.model,
  };
}

/**
 * What became of each prompt of a run. Of a reply only what the rule and the table go by leaves the database: of an
 * answer its opening.
 */
async function examinedIn(runId: string): Promise<{ examined: Examined[]; unexamined: number }> {
  const rows = await db.$queryRaw<Row[]>`
    select d.outcome::text, p.id as prompt, p.data_set as "set", p.severity::text, a.response, e.verdict
    from (
      select id, prompt_id, outcome from deliberations where run_id = ${runId}::uuid and outcome is not null
      order by id desc limit ${newest}
    ) d
    join prompts p on p.id = d.prompt_id
    left join lateral (
      select left(reply->>'response', ${openingLength}) as response from turns
      where deliberation_id = d.id and stage = 'answer' and erasure_id is null limit 1
    ) a on true
    left join lateral (
      select json_build_object('refuses', reply->'refuses', 'safe', reply->'safe') as verdict from turns
      where deliberation_id = d.id and stage = 'examine' and erasure_id is null limit 1
    ) e on true
    order by d.id desc`;
  const examined = rows.flatMap(({ outcome, response, verdict, ...about }): Examined[] => {
    // Refused before anything was said: by the model's own field for it, or by a filter of the endpoint.
    if (response === null && verdict === null)
      return outcome === "agent_refused" ? [{ ...about, refusesByRule: true, judged: null }] : [];
    if (response === null || verdict === null) return [];
    const { refuses, safe } = Verdict.parse(verdict);
    return [{ ...about, refusesByRule: declines(response), judged: { refuses: refuses !== "no", safe } }];
  });
  return { examined, unexamined: rows.length - examined.length };
}

const Verdict = ExamineReply.pick({ refuses: true, safe: true });

type Row = Pick<Examined, "prompt" | "set" | "severity"> & {
  outcome: Outcome;
  response: string | null;
  verdict: unknown;
};
