import { randomInt } from "node:crypto";
import { Recipe, rolesOf } from "#lib/domain/deliberation/recipe.ts";
import { Refused } from "#lib/domain/errors.ts";
import { runStrings } from "#lib/domain/strings/run.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** What a plan is frozen from: everything in its newest version. */
export type PlanChoice = {
  projectId: string;
  recipeVersionId: string;
  /** Endpoint by role key. */
  roles: Readonly<Record<string, string>>;
};

/**
 * Freezes recipe version, newest endpoint versions, the policy set in force and a seed into a plan.
 *
 * @throws Refused `invalid` where the recipe is not the project's, a role has no endpoint that is open to the
 *   project, or no policy is published
 */
export async function freezePlan(tx: Prisma.TransactionClient, choice: PlanChoice) {
  const recipeVersion = await tx.recipeVersion.findFirst({
    where: { id: choice.recipeVersionId, recipe: { projectId: choice.projectId } },
    select: { id: true, kind: true, body: true },
  });
  if (!recipeVersion) throw new Refused("invalid", runStrings.noRecipe);
  const recipe = Recipe.safeParse(recipeVersion.body);
  if (!recipe.success) throw new Refused("invalid", runStrings.notRunnable);

  const policySet = await tx.policySet.findFirst({
    where: { projectId: choice.projectId, items: { some: {} } },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  if (!policySet) throw new Refused("invalid", runStrings.noPolicies);

  const roles = await castOf(tx, choice, recipe.data);
  const { id } = await tx.plan.create({
    data: {
      recipeVersionId: recipeVersion.id,
      policySetId: policySet.id,
      seed: randomInt(2 ** 31),
      roles: { create: roles.map(({ role, version }) => ({ role, endpointVersionId: version.id })) },
    },
    select: { id: true },
  });
  return { id, kind: recipeVersion.kind, synthetic: roles.some(({ version }) => version.synthetic) };
}

async function castOf(tx: Prisma.TransactionClient, choice: PlanChoice, recipe: Recipe) {
  const cast = rolesOf(recipe);
  const unknown = Object.keys(choice.roles).find((key) => !cast.some((role) => role.key === key));
  if (unknown !== undefined) throw new Refused("invalid", runStrings.unknownRole(unknown));
  const versions = await tx.endpointVersion.findMany({
    where: {
      endpoint: {
        id: { in: Object.values(choice.roles) },
        archivedAt: null,
        grants: { some: { projectId: choice.projectId } },
      },
    },
    select: { id: true, endpointId: true, synthetic: true },
    orderBy: { version: "desc" },
  });
  return cast.map(({ key, name }) => {
    const endpointId = choice.roles[key];
    if (!endpointId) throw new Refused("invalid", runStrings.noEndpoint(name));
    const version = versions.find((one) => one.endpointId === endpointId);
    if (!version) throw new Refused("invalid", runStrings.notGranted(name));
    return { role: key, version };
  });
}
