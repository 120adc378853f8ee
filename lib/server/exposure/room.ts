import type { Actor } from "#lib/domain/access/actions.ts";
import { isBlurred } from "#lib/domain/exposure/held.ts";
import type { ReaderExposure } from "#lib/domain/exposure/reader.ts";
import type { Standing } from "#lib/domain/review/view.ts";
import { db } from "#lib/server/database/client.ts";
import { HeldBackToday, serve, wasSeenToday } from "./serve.ts";
import { type Subject, subjectOf } from "./subject.ts";

/**
 * What the room of a record has to know of its reader's exposure. Opening what one could claim is being given it.
 *
 * @throws HeldBackToday where it is not given to them today
 */
export async function roomExposure(
  actor: Actor,
  { recordId, standing }: { recordId: string; standing: Standing },
): Promise<ReaderExposure> {
  const subject = await subjectOf(db, recordId);
  const userId = actor.kind === "person" ? actor.userId : null;
  if (userId !== null && standing === "offered") {
    const because = await db.$transaction((tx) => serve(tx, userId, subject));
    if (because) throw new HeldBackToday({ because, severity: subject.severity });
  }
  return readerExposure(userId, subject);
}

/**
 * What the page of something that is read has to know of its reader. The caller has authorized.
 *
 * @param userId null where no person reads
 */
export async function readerExposure(userId: string | null, subject: Subject): Promise<ReaderExposure> {
  const [{ supportUrl }, choice] = await Promise.all([
    db.project.findUniqueOrThrow({ where: { id: subject.projectId }, select: { supportUrl: true } }),
    userId === null
      ? null
      : db.exposureChoice.findUnique({ where: { userId }, select: { blur: true, breakMinutes: true } }),
  ]);
  const blur =
    userId !== null &&
    choice?.blur === true &&
    isBlurred(subject.severity) &&
    !(await wasSeenToday(db, userId, subject.id));
  return { blur, breakMinutes: choice?.breakMinutes ?? null, supportUrl };
}
