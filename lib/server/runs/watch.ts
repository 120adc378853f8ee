import { randomInt } from "node:crypto";
import type { Actor } from "#lib/domain/access/actions.ts";
import { Recipe, rolesOf } from "#lib/domain/deliberation/recipe.ts";
import { Refused } from "#lib/domain/errors.ts";
import { runStrings } from "#lib/domain/strings/run.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { startRun } from "./start.ts";

/** The rehearsal model that answers at the pace of a real one. */
const pacedModel = "rehearsal-paced";

/** Someone is watching: goes before bulk. */
const watched = 10;

/**
 * Runs one prompt on the paced rehearsal endpoint, ahead of everything else, to be looked at while it happens.
 *
 * @param promptId else the first prompt that was never deliberated on, or any
 * @returns where its page is
 * @throws Refused `not_found`, `forbidden`; `invalid` where the project lacks prompts, recipe or endpoint
 */
export async function watchDeliberation(
  actor: Actor,
  projectId: string,
  promptId?: string,
): Promise<{ runNumber: number; promptNumber: number }> {
  await authorize(actor, "runs.start", { projectId });
  const [prompt, recipe, endpoint] = await Promise.all([
    choosePrompt(projectId, promptId),
    db.recipeVersion.findFirst({
      where: { kind: "deliberation", recipe: { projectId, archivedAt: null } },
      orderBy: [{ recipe: { createdAt: "asc" } }, { version: "desc" }],
      select: { id: true, body: true },
    }),
    db.endpoint.findFirst({
      where: {
        archivedAt: null,
        grants: { some: { projectId } },
        versions: { some: { provider: "rehearsal", model: pacedModel } },
      },
      select: { id: true },
    }),
  ]);
  if (!prompt) throw new Refused("invalid", runStrings.nothingToWatch);
  if (!recipe) throw new Refused("invalid", runStrings.noDeliberationRecipe);
  if (!endpoint) throw new Refused("invalid", runStrings.noRehearsal);
  const { number } = await startRun(actor, {
    projectId,
    recipeVersionId: recipe.id,
    prompts: { ids: [prompt.id] },
    roles: Object.fromEntries(rolesOf(Recipe.parse(recipe.body)).map(({ key }) => [key, endpoint.id])),
    priority: watched,
  });
  return { runNumber: number, promptNumber: prompt.number };
}

async function choosePrompt(projectId: string, promptId: string | undefined) {
  const choices = {
    where: { projectId, erasureId: null, ...(promptId && { id: promptId }) },
    orderBy: { number: "asc" },
    select: { id: true, number: true },
  } as const;
  if (promptId) return db.prompt.findFirst(choices);
  const unseen = await db.prompt.findFirst({
    ...choices,
    where: { ...choices.where, deliberations: { none: {} } },
  });
  if (unseen) return unseen;
  const { lastPromptNumber } = await db.project.findUniqueOrThrow({ where: { id: projectId } });
  const any = { ...choices.where, number: { gte: randomInt(lastPromptNumber + 1) } };
  return (await db.prompt.findFirst({ ...choices, where: any })) ?? db.prompt.findFirst(choices);
}
