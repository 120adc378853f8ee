import type { Actor } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import { Refused } from "#lib/domain/errors.ts";
import { permitted, QueueChoice, readingOf } from "#lib/domain/review/queue-choice.ts";
import type { NewView, SavedView } from "#lib/domain/review/saved-view.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { queueStrings } from "#lib/domain/strings/queue.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { isUniqueViolation } from "#lib/server/database/unique-violation.ts";

/** How many views somebody may keep in a project. */
const most = 50;

/**
 * The views that the actor keeps in a project, by name. Those of others are theirs alone, and those of lists that are not
 * for their role are kept until they are.
 *
 * @throws Refused `not_found`
 */
export async function loadSavedViews(actor: Actor, projectId: string): Promise<SavedView[]> {
  const role = await authorize(actor, "project.read", { projectId });
  if (actor.kind !== "person") return [];
  const views = await db.savedView.findMany({
    where: { projectId, userId: actor.userId },
    orderBy: { name: "asc" },
    select: { id: true, name: true, choice: true, isDefault: true },
  });
  return views
    .map(({ choice, ...view }) => ({ ...view, choice: permitted(QueueChoice.parse(choice)) }))
    .filter(({ choice }) => can(actor, readingOf(choice.list), role));
}

/**
 * Keeps a view under a name, in place of one that has it already.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where there are too many
 */
export async function saveView(actor: Actor, projectId: string, { name, choice }: NewView): Promise<void> {
  const userId = await requireKeeper(actor, projectId);
  if ((await db.savedView.count({ where: { projectId, userId, name: { not: name } } })) >= most) {
    throw new Refused("conflict", queueStrings.saved.tooMany);
  }
  await db.savedView.upsert({
    where: { projectId_userId_name: { projectId, userId, name } },
    create: { projectId, userId, name, choice: permitted(choice) },
    update: { choice: permitted(choice) },
  });
}

/**
 * Gives a view of one's own another name.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where another has this name
 */
export async function renameView(
  actor: Actor,
  projectId: string,
  { id, name }: { id: string; name: string },
): Promise<void> {
  const userId = await requireKeeper(actor, projectId);
  try {
    const { count } = await db.savedView.updateMany({ where: { id, projectId, userId }, data: { name } });
    if (count === 0) throw new Refused("not_found", accessStrings.notFound);
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refused("conflict", queueStrings.saved.nameTaken);
    throw error;
  }
}

/**
 * Drops a view of one's own.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function dropView(actor: Actor, projectId: string, id: string): Promise<void> {
  const userId = await requireKeeper(actor, projectId);
  const { count } = await db.savedView.deleteMany({ where: { id, projectId, userId } });
  if (count === 0) throw new Refused("not_found", accessStrings.notFound);
}

/**
 * Makes a view of one's own the one that is shown first, or none.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function setDefaultView(actor: Actor, projectId: string, id: string | null): Promise<void> {
  const userId = await requireKeeper(actor, projectId);
  await db.$transaction(async (tx) => {
    await tx.savedView.updateMany({
      where: { projectId, userId, isDefault: true },
      data: { isDefault: false },
    });
    if (id === null) return;
    const { count } = await tx.savedView.updateMany({
      where: { id, projectId, userId },
      data: { isDefault: true },
    });
    if (count === 0) throw new Refused("not_found", accessStrings.notFound);
  });
}

async function requireKeeper(actor: Actor, projectId: string): Promise<string> {
  await authorize(actor, "project.read", { projectId });
  if (actor.kind !== "person") throw new Refused("forbidden", accessStrings.forbidden);
  return actor.userId;
}
