import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { permitted } from "#lib/domain/review/queue-choice.ts";
import { allThatWaits, Working } from "#lib/domain/review/working.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { db } from "#lib/server/database/client.ts";
import { requireReviewer } from "./reviewer.ts";

/** What a person works through in a project; all that waits where they chose nothing. Callers have authorized. */
export async function loadWorking(userId: string, projectId: string): Promise<Working> {
  const membership = await db.membership.findUnique({
    where: { projectId_userId: { projectId, userId } },
    select: { working: true },
  });
  return membership?.working == null ? allThatWaits : Working.parse(membership.working);
}

/**
 * Sets what the actor works through from now on in a project, in all their tabs.
 *
 * @throws Refused `not_found` (also for a batch that is not theirs), `forbidden`
 */
export async function chooseWorking(actor: Actor, projectId: string, chosen: Working): Promise<void> {
  const { userId } = await requireReviewer(actor, projectId);
  const { order, filter } = permitted({ list: "waiting", ...chosen });
  const { batch } = chosen;
  if (
    batch !== null &&
    (await db.batchPerson.count({ where: { batchId: batch, userId, batch: { projectId } } })) === 0
  ) {
    throw new Refused("not_found", accessStrings.notFound);
  }
  await db.membership.update({
    where: { projectId_userId: { projectId, userId } },
    data: { working: { order, filter, batch } },
    select: { userId: true },
  });
}
