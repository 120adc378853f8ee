import type { Actor } from "#lib/domain/access/actions.ts";
import { Recipe, rolesOf } from "#lib/domain/deliberation/recipe.ts";
import type { RunPreset } from "#lib/domain/run/options.ts";
import type { RunPart } from "#lib/domain/run/prompt-choice.ts";
import { db } from "#lib/server/database/client.ts";
import { findRun } from "./find.ts";

/**
 * What running a part of an earlier run again begins with: its prompts, its recipe version, its endpoints.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function presetFromRun(
  actor: Actor,
  projectId: string,
  number: number,
  part: RunPart,
): Promise<RunPreset> {
  const { id } = await findRun(actor, "runs.start", projectId, number);
  const { opensReviews, plan } = await db.run.findUniqueOrThrow({
    where: { id },
    select: {
      opensReviews: true,
      plan: {
        select: {
          recipeVersionId: true,
          roles: { select: { role: true, endpointVersion: { select: { endpointId: true } } } },
        },
      },
    },
  });
  return {
    prompts: { scope: "run", run: number, part, limit: null },
    recipeVersionId: plan.recipeVersionId,
    roles: Object.fromEntries(
      plan.roles.map(({ role, endpointVersion }) => [role, endpointVersion.endpointId]),
    ),
    opensReviews,
  };
}

/**
 * What grading an earlier run begins with: its prompts, the project's recipe for grading, and for each judge an endpoint
 * whose model played no part in that run, where there is one.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function presetForGrading(actor: Actor, projectId: string, number: number): Promise<RunPreset> {
  const { id } = await findRun(actor, "runs.start", projectId, number);
  const [writers, endpoints, recipe] = await Promise.all([
    modelsOf(id),
    db.endpoint.findMany({
      where: { archivedAt: null, state: { not: "stopped" }, grants: { some: { projectId } } },
      select: { id: true, versions: { orderBy: { version: "desc" }, take: 1, select: { model: true } } },
      orderBy: { createdAt: "asc" },
    }),
    newestGrading(projectId),
  ]);
  const stranger = endpoints.find(({ versions }) => versions.every(({ model }) => !writers.includes(model)));
  return {
    prompts: { scope: "run", run: number, part: "all", limit: null },
    writers,
    ...(recipe && {
      recipeVersionId: recipe.id,
      roles: stranger ? Object.fromEntries(recipe.judges.map((key) => [key, stranger.id])) : {},
    }),
  };
}

async function modelsOf(runId: string): Promise<string[]> {
  const roles = await db.planRole.findMany({
    where: { plan: { run: { id: runId } } },
    select: { endpointVersion: { select: { model: true } } },
  });
  return [...new Set(roles.map(({ endpointVersion }) => endpointVersion.model))];
}

/** The newest version of the project's first recipe that asks for scores, with the keys of its roles; null where there is none. */
async function newestGrading(projectId: string): Promise<{ id: string; judges: string[] } | null> {
  const found = await db.recipe.findMany({
    where: { projectId, archivedAt: null, versions: { some: { kind: "grading" } } },
    select: { versions: { orderBy: { version: "desc" }, take: 1, select: { id: true, body: true } } },
    orderBy: { id: "asc" },
  });
  for (const { id, body } of found.flatMap(({ versions }) => versions)) {
    const recipe = Recipe.parse(body);
    if (recipe.kind !== "grading" || recipe.asks !== "scores") continue;
    return { id, judges: rolesOf(recipe).map(({ key }) => key) };
  }
  return null;
}
