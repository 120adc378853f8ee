import type { Actor, ProjectAction } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { findRun, isNumber } from "#lib/server/runs/find.ts";
import { isJudging } from "./judging.ts";

/** A deliberation as far as access and addresses go. */
export type DeliberationHandle = {
  id: string;
  /** What its readers have to be allowed to. */
  needs: ProjectAction;
  planId: string;
  runNumber: number;
  promptNumber: number;
  /** The revision that is judged, in a grading. */
  subjectRevisionId: string | null;
  /** What it is compared with, where two are. */
  rivalRevisionId: string | null;
  /** Whether what the judges say is kept from who asks, who has yet to judge the record. */
  isWithheld: boolean;
};

/**
 * Finds the deliberation on a prompt in a run, and authorizes. What was said under a belief is read by leads alone.
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
  const needs = run.kind === "belief" ? "beliefs.read" : "runs.read";
  await authorize(actor, needs, { projectId });
  const found = isNumber(promptNumber)
    ? await db.deliberation.findFirst({
        where: { runId: run.id, prompt: { projectId, number: promptNumber } },
        orderBy: { id: "asc" },
        select: { id: true, subjectRevisionId: true, rivalRevisionId: true },
      })
    : null;
  if (!found) throw new Refused("not_found", accessStrings.notFound);
  const { id, subjectRevisionId, rivalRevisionId } = found;
  return {
    id,
    needs,
    planId: run.planId,
    runNumber,
    promptNumber,
    subjectRevisionId,
    rivalRevisionId,
    isWithheld: await isWithheldFrom(actor, found),
  };
}

/** Whether what judges say of these revisions is kept from somebody at this moment. */
export async function isWithheldFrom(
  actor: Actor,
  { subjectRevisionId, rivalRevisionId }: Pick<DeliberationHandle, "subjectRevisionId" | "rivalRevisionId">,
): Promise<boolean> {
  const judged = [subjectRevisionId, rivalRevisionId].filter((one) => one !== null);
  const judging = await Promise.all(judged.map((one) => isJudgingRevision(actor, one)));
  return judging.includes(true);
}

async function isJudgingRevision(actor: Actor, id: string): Promise<boolean> {
  const { recordId } = await db.revision.findUniqueOrThrow({ where: { id }, select: { recordId: true } });
  return isJudging(actor, recordId);
}
