import type { Actor } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import type { Inbox } from "#lib/domain/inbox/item.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { requireReviewer } from "#lib/server/reviews/reviewer.ts";
import { inboxItems } from "./items.ts";

/**
 * The actor's own inbox in a project.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadInbox(actor: Actor, projectId: string): Promise<Inbox> {
  const { userId } = await requireReviewer(actor, projectId);
  const role = await authorize(actor, "records.review", { projectId });
  const isLead = can(actor, "records.adjudicate", role);
  const [items, mark] = await Promise.all([
    inboxItems(projectId, { userId, isLead }),
    db.inboxMark.findUnique({
      where: { projectId_userId: { projectId, userId } },
      select: { readUntil: true },
    }),
  ]);
  return { items, readUntil: mark?.readUntil.toISOString() ?? null };
}

/**
 * Notes that the inbox was read up to its newest item; never goes back.
 *
 * @param until of the newest item that was shown
 * @throws Refused `not_found`, `forbidden`
 */
export async function markInboxRead(actor: Actor, projectId: string, until: Date): Promise<void> {
  const { userId } = await requireReviewer(actor, projectId);
  await db.$executeRaw`
    insert into inbox_marks as m (project_id, user_id, read_until)
    values (${projectId}::uuid, ${userId}::uuid, least(${until}, now() + interval '1 minute'))
    on conflict (project_id, user_id) do update set read_until = greatest(m.read_until, excluded.read_until)`;
}
