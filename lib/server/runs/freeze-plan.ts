import { randomInt } from "node:crypto";
import { Recipe, rolesOf } from "#lib/domain/deliberation/recipe.ts";
import { Refused } from "#lib/domain/errors.ts";
import { runStrings } from "#lib/domain/strings/run.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { newestPolicySet } from "./policies.ts";

/** What a plan is frozen from: everything in its newest version. */
export type PlanChoice = {
  projectId: string;
  recipeVersionId: string;
  /** Endpoint by role key. */
  roles: Readonly<Record<string, string>>;
};

/** What a plan will be frozen from, found and checked. */
export type ChosenPlan = Awaited<ReturnType<typeof choosePlan>>;

/**
 * Finds recipe version, policy set in force and newest endpoint versions.
 *
 * @throws Refused `invalid` where the recipe is not the project's, a role has no endpoint that is open to the
 *   project, or no policy is published
 */
export async function choosePlan(tx: Prisma.TransactionClient, choice: PlanChoice) {
  if (choice.recipeVersionId === "") throw new Refused("invalid", runStrings.noRecipe);
  const recipeVersion = await tx.recipeVersion.findFirst({
    where: { id: choice.recipeVersionId, recipe: { projectId: choice.projectId } },
    select: { id: true, kind: true, body: true },
  });
  if (!recipeVersion) throw new Refused("invalid", runStrings.noRecipe);
  const recipe = Recipe.safeParse(recipeVersion.body);
  if (!recipe.success) throw new Refused("invalid", runStrings.notRunnable);
  const policySet = await newestPolicySet(tx, choice.projectId);
  if (!policySet) throw new Refused("invalid", runStrings.noPolicies);
  const cast = await castOf(tx, choice, recipe.data);
  return {
    recipeVersionId: recipeVersion.id,
    kind: recipeVersion.kind,
    recipe: recipe.data,
    policySetId: policySet.id,
    cast,
    synthetic: cast.some(({ version }) => version.synthetic),
  };
}

/** Freezes what was chosen, with a seed, into a plan. */
export function freezePlan(
  tx: Prisma.TransactionClient,
  { recipeVersionId, policySetId, cast }: ChosenPlan,
): Promise<{ id: string }> {
  return tx.plan.create({
    data: {
      recipeVersionId,
      policySetId,
      seed: randomInt(2 ** 31),
      roles: { create: cast.map(({ role, version }) => ({ role, endpointVersionId: version.id })) },
    },
    select: { id: true },
  });
}

async function castOf(tx: Prisma.TransactionClient, choice: PlanChoice, recipe: Recipe) {
  const cast = rolesOf(recipe);
  const unknown = Object.keys(choice.roles).find((key) => !cast.some((role) => role.key === key));
  if (unknown !== undefined) throw new Refused("invalid", runStrings.unknownRole(unknown));
  const versions = await tx.endpointVersion.findMany({
    where: {
      endpoint: {
        id: { in: Object.values(choice.roles).filter((id) => id !== "") },
        archivedAt: null,
        grants: { some: { projectId: choice.projectId } },
      },
    },
    select: {
      id: true,
      endpointId: true,
      synthetic: true,
      structuredOutputs: true,
      inputPrice: true,
      cachedInputPrice: true,
      outputPrice: true,
    },
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
