import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { db } from "#lib/server/database/client.ts";
import { findRun, isNumber } from "#lib/server/runs/find.ts";

/** A deliberation as far as access and addresses go. */
export type DeliberationHandle = { id: string; planId: string; runNumber: number; promptNumber: number };

/**
 * Finds the deliberation on a prompt in a run, and authorizes.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function findDeliberation(
  actor: Actor,
  projectId: string,
  runNumber: number,
  promptNumber: number,
): Promise<DeliberationHandle> {
  const run = await findRun(actor, "runs.read", projectId, runNumber);
  const found = isNumber(promptNumber)
    ? await db.deliberation.findFirst({
        where: { runId: run.id, prompt: { projectId, number: promptNumber } },
        orderBy: { id: "asc" },
        select: { id: true },
      })
    : null;
  if (!found) throw new Refused("not_found", accessStrings.notFound);
  return { id: found.id, planId: run.planId, runNumber, promptNumber };
}
