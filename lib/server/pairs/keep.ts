import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { pairRoomStrings as strings } from "#lib/domain/strings/pair-room.ts";
import { db } from "#lib/server/database/client.ts";
import { noteExposure } from "#lib/server/exposure/note.ts";
import { wasSeenToday } from "#lib/server/exposure/serve.ts";
import { pairSubject } from "#lib/server/exposure/subject.ts";
import { requireReviewer } from "#lib/server/reviews/reviewer.ts";
import { heldBy } from "./claim.ts";

/**
 * A sign of life from the page of a pair that was given to the actor: a claim that nobody else has taken meanwhile runs
 * anew. One that was given back is not taken again.
 *
 * @param seen seconds for which the pair could be read since the last report; null while it is blurred
 * @throws Refused `not_found`, `forbidden`
 */
export async function keepPair(
  actor: Actor,
  { projectId, pairId, seen }: { projectId: string; pairId: string; seen: number | null },
): Promise<void> {
  const { userId } = await requireReviewer(actor, projectId);
  const pair = await db.pair.findUnique({
    where: { id: pairId, projectId },
    select: {
      id: true,
      projectId: true,
      claimedById: true,
      prompt: { select: { category: true } },
      answers: { where: { reviewerId: userId }, select: { id: true } },
    },
  });
  // The last report of a page comes when the pair may have been given back already.
  const wasGiven =
    pair &&
    (pair.claimedById === userId || pair.answers.length > 0 || (await wasSeenToday(db, userId, pairId)));
  if (!wasGiven) throw new Refused("not_found", strings.none);
  if (seen !== null) {
    const { id: subjectId, ...subject } = pairSubject(pair);
    await noteExposure(db, { userId, subjectId, ...subject, seconds: seen });
  }
  await db.$executeRaw`update pairs set ${heldBy(userId, projectId)}
    where id = ${pairId}::uuid and claimed_by_id = ${userId}::uuid and status = 'proposed'`;
}
