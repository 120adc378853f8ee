import type { Actor } from "#lib/domain/access/actions.ts";
import { heldBecause } from "#lib/domain/exposure/held.ts";
import type { Room } from "#lib/domain/review/view.ts";
import { db } from "#lib/server/database/client.ts";
import { limitsOf } from "#lib/server/exposure/limits.ts";
import { subjectOf } from "#lib/server/exposure/subject.ts";
import { loadRoom } from "./load-room.ts";
import { likelyNext } from "./next-record.ts";
import { requireReviewer } from "./reviewer.ts";

/**
 * The room of the record that most likely comes after the one at hand, so that a browser can show it while it is
 * being claimed. Neither claimed nor noted as seen by this. Null where nothing waits, and where the reader is not
 * given it today or wants to be asked before they see it.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadAhead(actor: Actor, projectId: string, past: string): Promise<Room | null> {
  const { userId } = await requireReviewer(actor, projectId);
  const recordId = await likelyNext(userId, projectId, past);
  if (recordId === null) return null;
  const [subject, { held }] = await Promise.all([subjectOf(db, recordId), limitsOf(userId, projectId)]);
  if (heldBecause(held, subject)) return null;
  const { ref } = await db.record.findUniqueOrThrow({ where: { id: recordId }, select: { ref: true } });
  const room = await loadRoom(actor, projectId, ref, { isAhead: true });
  return room.standing === "offered" && !room.exposure.blur ? room : null;
}
