import type { Recipe } from "#lib/domain/deliberation/recipe.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { finished, startRecipe } from "#lib/server/testing/runs.ts";

/** Runs a recipe on all prompts, or on what a run gave, and waits for its end. */
export async function run(
  actor: PersonActor,
  projectId: string,
  recipe: Recipe,
  judged?: number,
): Promise<void> {
  const { id: endpointId } = await db.endpoint.findUniqueOrThrow({ where: { name: "Rehearsal" } });
  const { id } = await startRecipe(projectId, endpointId, recipe, {
    actor,
    prompts: judged ? { scope: "run", run: judged, part: "all", limit: null } : undefined,
  });
  await finished(id);
}
