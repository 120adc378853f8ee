import type { Plan } from "#lib/domain/deliberation/plan.ts";
import { Recipe } from "#lib/domain/deliberation/recipe.ts";
import { db } from "#lib/server/database/client.ts";
import { policiesOfSet } from "./policies.ts";

/**
 * What a run froze, as the engine reads it. Immutable, so callers may keep it.
 *
 * @param planId of the run
 */
export async function loadPlan(planId: string): Promise<Omit<Plan, "reviewsOpen">> {
  const { seed, policySetId, recipeVersion, roles } = await db.plan.findUniqueOrThrow({
    where: { id: planId },
    select: {
      seed: true,
      policySetId: true,
      recipeVersion: { select: { body: true } },
      roles: { select: { role: true, endpointVersionId: true } },
    },
  });
  return {
    seed,
    recipe: Recipe.parse(recipeVersion.body),
    endpoints: Object.fromEntries(roles.map(({ role, endpointVersionId }) => [role, endpointVersionId])),
    policies: await policiesOfSet(db, policySetId),
  };
}
