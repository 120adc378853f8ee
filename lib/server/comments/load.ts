import { type Thread, visibleThreads } from "#lib/domain/comment/thread.ts";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** More are not shown; nobody talks so much about one record. */
const shown = 200;

/**
 * What was said about a record, as far as one reader may see it. The caller has authorized.
 *
 * @param revealed whether they may know what others did (`roomAccess`)
 */
export async function loadThreads(
  recordId: string,
  { userId, revealed }: { userId: string | null; revealed: boolean },
): Promise<Thread[]> {
  const threads = await db.commentThread.findMany({
    where: { recordId },
    orderBy: { id: "asc" },
    take: shown,
    select: selection,
  });
  return visibleThreads(
    threads.map((thread) => threadFrom(thread, userId)),
    revealed,
  );
}

const selection = {
  id: true,
  thoughtId: true,
  resolvedAt: true,
  resolvedBy: { select: { name: true } },
  comments: {
    orderBy: { id: "asc" },
    take: shown,
    select: {
      id: true,
      authorId: true,
      text: true,
      erasureId: true,
      createdAt: true,
      author: { select: { name: true } },
    },
  },
} as const satisfies Prisma.CommentThreadSelect;

function threadFrom(
  {
    resolvedAt,
    resolvedBy,
    comments,
    ...thread
  }: Prisma.CommentThreadGetPayload<{ select: typeof selection }>,
  userId: string | null,
): Thread {
  return {
    ...thread,
    resolved: resolvedAt && { by: resolvedBy?.name ?? "", at: resolvedAt.toISOString() },
    comments: comments.map(({ id, author, authorId, text, erasureId, createdAt }) => ({
      id,
      by: author.name,
      mine: authorId === userId,
      text: erasureId === null ? text : null,
      at: createdAt.toISOString(),
    })),
  };
}
