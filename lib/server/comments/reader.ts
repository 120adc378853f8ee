import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { commentStrings as strings } from "#lib/domain/strings/comments.ts";
import { db } from "#lib/server/database/client.ts";
import { roomAccess } from "#lib/server/reviews/room-access.ts";
import { seesThread, type ThreadReader } from "./load.ts";

/**
 * The actor as a reader of what is said about a record.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where the record was erased
 */
export async function readerOf(
  actor: Actor,
  projectId: string,
  ref: string,
): Promise<{ recordId: string; reader: ThreadReader }> {
  const record = await db.record.findUnique({
    where: { projectId_ref: { projectId, ref } },
    select: { id: true, projectId: true, status: true, planted: true, head: { select: { erasureId: true } } },
  });
  if (!record) throw new Refused("not_found", strings.notFound);
  if (record.head?.erasureId) throw new Refused("conflict", strings.recordErased);
  const { revealed } = await roomAccess(actor, record);
  return {
    recordId: record.id,
    reader: { userId: actor.kind === "person" ? actor.userId : null, revealed },
  };
}

/**
 * The same of a thread; one that would tell what others did before its time looks as if it did not exist.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where the record was erased
 */
export async function readerOfThread(
  actor: Actor,
  projectId: string,
  { ref, threadId }: { ref: string; threadId: string },
): Promise<ThreadReader> {
  const { recordId, reader } = await readerOf(actor, projectId, ref);
  if (!(await seesThread(recordId, threadId, reader))) throw new Refused("not_found", strings.notFound);
  return reader;
}
