import type { Actor, ProjectAction } from "#lib/domain/access/actions.ts";
import type { RecipeKind } from "#lib/domain/deliberation/recipe.ts";
import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";

/** A run as far as access and addresses go. */
export type RunHandle = {
  id: string;
  number: number;
  kind: RecipeKind;
  projectId: string;
  planId: string;
};

const handle = { id: true, number: true, kind: true, projectId: true, planId: true } as const;

/**
 * Finds a run by its number in a project, and authorizes.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function findRun(
  actor: Actor,
  action: ProjectAction,
  projectId: string,
  number: number,
): Promise<RunHandle> {
  await authorize(actor, action, { projectId });
  const run = isNumber(number)
    ? await db.run.findUnique({ where: { projectId_number: { projectId, number } }, select: handle })
    : null;
  if (!run) throw new Refused("not_found", accessStrings.notFound);
  return run;
}

/**
 * The same by id: the run's own project decides.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function findRunById(actor: Actor, action: ProjectAction, runId: string): Promise<RunHandle> {
  const run = await db.run.findUnique({ where: { id: runId }, select: handle });
  if (!run) throw new Refused("not_found", accessStrings.notFound);
  await authorize(actor, action, run);
  return run;
}

/** Whether something in an address can be a number that people see. */
export function isNumber(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number < 2 ** 31;
}
