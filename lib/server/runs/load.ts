import type { Actor } from "#lib/domain/access/actions.ts";
import { Recipe, rolesOf } from "#lib/domain/deliberation/recipe.ts";
import { RunEstimate } from "#lib/domain/recipe/estimate.ts";
import type { RunView } from "#lib/domain/run/view.ts";
import { db, pool } from "#lib/server/database/client.ts";
import { findRun } from "./find.ts";
import { runColumns, runRow, runTables } from "./list.ts";
import { progressOf } from "./progress.ts";

/**
 * A run with its plan and its figures as of now.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadRun(actor: Actor, projectId: string, number: number): Promise<RunView> {
  const { id, planId } = await findRun(actor, "runs.read", projectId, number);
  const [row, plan, progress] = await Promise.all([rowOf(id), planOf(planId), progressOf(id)]);
  const endpoints = new Map(plan.roles.map(({ role, endpointVersion }) => [role, endpointVersion]));
  return {
    ...runRow(row),
    costMicros: progress.costMicros,
    recipeId: plan.recipeVersion.recipeId,
    recipeVersion: plan.recipeVersion.version,
    policySet: plan.policySet.number,
    seed: plan.seed,
    opensReviews: row.opensReviews,
    startedAt: row.startedAt?.toISOString() ?? null,
    estimate: RunEstimate.nullable().parse(row.estimate),
    roles: rolesOf(Recipe.parse(plan.recipeVersion.body)).map(({ key, name }) => ({
      key,
      name,
      endpoint: endpoints.get(key)?.endpoint.name ?? "",
      model: endpoints.get(key)?.model ?? "",
      synthetic: endpoints.get(key)?.synthetic ?? false,
    })),
    progress,
  };
}

async function rowOf(id: string) {
  type Row = Parameters<typeof runRow>[0] & {
    opensReviews: boolean;
    startedAt: Date | null;
    estimate: unknown;
  };
  const { rows } = await pool.query<Row>(
    `select ${runColumns}, r.opens_reviews as "opensReviews", r.started_at as "startedAt", r.estimate
     from ${runTables} where r.id = $1`,
    [id],
  );
  const [row] = rows;
  if (!row) throw new Error(`There is no run ${id}.`);
  return row;
}

function planOf(planId: string) {
  return db.plan.findUniqueOrThrow({
    where: { id: planId },
    select: {
      seed: true,
      policySet: { select: { number: true } },
      recipeVersion: { select: { recipeId: true, version: true, body: true } },
      roles: {
        select: {
          role: true,
          endpointVersion: { select: { model: true, synthetic: true, endpoint: { select: { name: true } } } },
        },
      },
    },
  });
}
