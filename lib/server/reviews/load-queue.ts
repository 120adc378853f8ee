import type { Actor } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import { Refused } from "#lib/domain/errors.ts";
import type { Queue } from "#lib/domain/review/view.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { countRecords } from "./count-records.ts";
import { freeExpiredClaims } from "./give-back.ts";
import { waitingFor } from "./waiting.ts";

/**
 * What stands above the list of the queue page: what waits for the actor, and for those who may read records
 * how many there are of each status.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadQueue(actor: Actor, projectId: string): Promise<Queue> {
  const role = await authorize(actor, "project.read", { projectId });
  const mayReview = can(actor, "records.review", role);
  const mayRead = can(actor, "records.read", role);
  if (!mayReview && !mayRead) throw new Refused("forbidden", accessStrings.forbidden);
  await freeExpiredClaims();
  const [mine, counts] = await Promise.all([
    mayReview ? waitingFor(actor, projectId) : { waiting: null, unfinished: null, held: [] },
    mayRead ? countRecords(projectId, mayReview) : null,
  ]);
  return { ...mine, counts };
}
