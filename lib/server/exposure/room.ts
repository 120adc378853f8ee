import type { Actor } from "#lib/domain/access/actions.ts";
import { isBlurred } from "#lib/domain/exposure/held.ts";
import type { Room, Standing } from "#lib/domain/review/view.ts";
import { db } from "#lib/server/database/client.ts";
import { HeldBackToday, serve, wasSeenToday } from "./serve.ts";
import { subjectOf } from "./subject.ts";

/**
 * What the room of a record has to know of its reader's exposure. Opening what one could claim is being given it.
 *
 * @throws HeldBackToday where it is not given to them today
 */
export async function roomExposure(
  actor: Actor,
  { recordId, standing }: { recordId: string; standing: Standing },
): Promise<Room["exposure"]> {
  const { projectId, ...subject } = await subjectOf(db, recordId);
  const { supportUrl } = await db.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { supportUrl: true },
  });
  if (actor.kind !== "person") return { blur: false, breakMinutes: null, supportUrl };
  const { userId } = actor;
  if (standing === "offered") {
    const because = await db.$transaction((tx) => serve(tx, userId, { ...subject, projectId }));
    if (because) throw new HeldBackToday({ because, severity: subject.severity });
  }
  const choice = await db.exposureChoice.findUnique({
    where: { userId },
    select: { blur: true, breakMinutes: true },
  });
  const blur =
    choice?.blur === true && isBlurred(subject.severity) && !(await wasSeenToday(db, userId, recordId));
  return { blur, breakMinutes: choice?.breakMinutes ?? null, supportUrl };
}
