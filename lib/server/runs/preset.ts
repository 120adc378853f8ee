import type { Actor } from "#lib/domain/access/actions.ts";
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
