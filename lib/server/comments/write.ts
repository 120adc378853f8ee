import type { Actor } from "#lib/domain/access/actions.ts";
import type { Thread } from "#lib/domain/comment/thread.ts";
import { Refused } from "#lib/domain/errors.ts";
import { commentStrings as strings } from "#lib/domain/strings/comments.ts";
import { db } from "#lib/server/database/client.ts";
import { contentOf, contentSelection } from "#lib/server/records/revision.ts";
import { requireReviewer } from "#lib/server/reviews/reviewer.ts";
import { roomAccess } from "#lib/server/reviews/room-access.ts";
import { loadThreads } from "./load.ts";

/** Where a comment goes: into a thread, or into a new one about a thought or about the record as a whole. */
export type CommentPlace = { ref: string } & ({ threadId: string } | { thoughtId: string | null });

/**
 * Says something about a record that one may see in the review room.
 *
 * @param text as `CommentText` made it
 * @throws Refused `not_found`, `forbidden`; `conflict` where the record was erased
 */
export async function comment(
  actor: Actor,
  projectId: string,
  { text, ...place }: CommentPlace & { text: string },
): Promise<void> {
  const { userId } = await requireReviewer(actor, projectId);
  const { recordId, threads } = await seenThreads(actor, projectId, place.ref);
  if ("threadId" in place) {
    if (!threads.some(({ id }) => id === place.threadId)) throw new Refused("not_found", strings.notFound);
    await db.comment.create({ data: { threadId: place.threadId, projectId, authorId: userId, text } });
    return;
  }
  await requireThought(recordId, place.thoughtId);
  await db.commentThread.create({
    data: {
      recordId,
      thoughtId: place.thoughtId,
      comments: { create: { projectId, authorId: userId, text } },
    },
  });
}

/**
 * Resolves a thread, or opens it again; to do what is done changes nothing.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function setResolved(
  actor: Actor,
  projectId: string,
  { ref, threadId, resolved }: { ref: string; threadId: string; resolved: boolean },
): Promise<void> {
  const { userId } = await requireReviewer(actor, projectId);
  const { threads } = await seenThreads(actor, projectId, ref);
  if (!threads.some(({ id }) => id === threadId)) throw new Refused("not_found", strings.notFound);
  await db.commentThread.updateMany({
    where: { id: threadId, resolvedAt: resolved ? null : { not: null } },
    data: resolved
      ? { resolvedAt: new Date(), resolvedById: userId }
      : { resolvedAt: null, resolvedById: null },
  });
}

/** The threads of a record as the actor may see them: none that tells what others did before its time. */
async function seenThreads(
  actor: Actor,
  projectId: string,
  ref: string,
): Promise<{ recordId: string; threads: Thread[] }> {
  const record = await db.record.findUnique({
    where: { projectId_ref: { projectId, ref } },
    select: { id: true, projectId: true, status: true, planted: true, head: { select: { erasureId: true } } },
  });
  if (!record) throw new Refused("not_found", strings.notFound);
  if (record.head?.erasureId) throw new Refused("conflict", strings.recordErased);
  const { revealed } = await roomAccess(actor, record);
  const userId = actor.kind === "person" ? actor.userId : null;
  return { recordId: record.id, threads: await loadThreads(record.id, { userId, revealed }) };
}

/** A thought of any revision of the record will do: it is what was on somebody's page. */
async function requireThought(recordId: string, thoughtId: string | null): Promise<void> {
  if (thoughtId === null) return;
  const revisions = await db.revision.findMany({ where: { recordId }, select: contentSelection });
  const isThere = revisions.some((revision) =>
    contentOf(revision)?.thoughts.some(({ id }) => id === thoughtId),
  );
  if (!isThere) throw new Refused("not_found", strings.notFound);
}
