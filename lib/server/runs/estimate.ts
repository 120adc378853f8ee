import type { Actor } from "#lib/domain/access/actions.ts";
import type { RecipeKind } from "#lib/domain/deliberation/recipe.ts";
import { Refused } from "#lib/domain/errors.ts";
import { estimateRun, type RunEstimate } from "#lib/domain/recipe/estimate.ts";
import type { RunChoice } from "#lib/domain/run/new-run.ts";
import type { RunForecast } from "#lib/domain/run/options.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { type ChosenPlan, choosePlan } from "./freeze-plan.ts";
import { policiesOfSet } from "./policies.ts";
import { measurePrompts, type PromptChoice } from "./prompts.ts";

/**
 * What a run would take if it were started now. A choice that is not complete yet has no estimate and says why.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function forecastRun(actor: Actor, choice: RunChoice): Promise<RunForecast> {
  const { projectId, prompts } = choice;
  await authorize(actor, "runs.start", { projectId });
  try {
    return { ...(await forecast(db, projectId, await choosePlan(db, choice), prompts)), problem: null };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { n } = await measure(db, projectId, prompts, await kindOf(choice.recipeVersionId));
    return { prompts: n, estimate: null, problem: error.message };
  }
}

/** The same for a plan that was chosen. Callers have authorized. */
export async function forecast(
  tx: Prisma.TransactionClient,
  projectId: string,
  { kind, recipe, policySetId, cast }: ChosenPlan,
  choice: PromptChoice,
): Promise<{ prompts: number; estimate: RunEstimate }> {
  const prompts = await measure(tx, projectId, choice, kind);
  const policies = await policiesOfSet(tx, policySetId);
  const endpoints = new Map(
    cast.map(({ role, version }) => [role, { ...version, id: version.endpointId }] as const),
  );
  return { prompts: prompts.n, estimate: estimateRun({ recipe, policies }, prompts, endpoints) };
}

async function kindOf(recipeVersionId: string): Promise<RecipeKind> {
  const version = await db.recipeVersion.findUnique({
    where: { id: recipeVersionId },
    select: { kind: true },
  });
  return version?.kind ?? "deliberation";
}

async function measure(
  tx: Pick<Prisma.TransactionClient, "$queryRaw">,
  projectId: string,
  choice: PromptChoice,
  kind: RecipeKind,
): Promise<{ n: number; characters: number }> {
  const [measured] = await tx.$queryRaw<{ n: number; characters: number }[]>(
    measurePrompts(projectId, choice, kind),
  );
  return measured ?? { n: 0, characters: 0 };
}
