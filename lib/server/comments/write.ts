import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { commentStrings as strings } from "#lib/domain/strings/comments.ts";
import { db } from "#lib/server/database/client.ts";
import { contentOf, contentSelection } from "#lib/server/records/revision.ts";
import { requireReviewer } from "#lib/server/reviews/reviewer.ts";
import { readerOf, readerOfThread } from "./reader.ts";

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
  if ("threadId" in place) {
    await readerOfThread(actor, projectId, place);
    await db.comment.create({ data: { threadId: place.threadId, projectId, authorId: userId, text } });
    return;
  }
  const { recordId } = await readerOf(actor, projectId, place.ref);
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
  await readerOfThread(actor, projectId, { ref, threadId });
  await db.commentThread.updateMany({
    where: { id: threadId, resolvedAt: resolved ? null : { not: null } },
    data: resolved
      ? { resolvedAt: new Date(), resolvedById: userId }
      : { resolvedAt: null, resolvedById: null },
  });
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
