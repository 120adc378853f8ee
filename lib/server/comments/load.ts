import type { CommentPage, Thread, ThreadPage } from "#lib/domain/comment/thread.ts";
import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** How many threads, and comments of one, are loaded at once: the newest, then those before. */
export const atOnce = { threads: 100, comments: 50 };

/** Who reads, and whether they may know what others did (`roomAccess`). */
export type ThreadReader = { userId: string | null; revealed: boolean };

/**
 * What was said about a record, as far as one reader may see it: before they may know what others did, only what they said
 * themselves in threads that they opened, since a comment tells as much as a review. The caller has authorized.
 *
 * @param before id of the oldest thread that is known already
 * @returns the newest threads, oldest first, each with its newest comments
 */
export async function loadThreads(
  recordId: string,
  reader: ThreadReader,
  before: string | null = null,
): Promise<ThreadPage> {
  const beyond = before === null ? Prisma.sql`true` : Prisma.sql`t.id < ${before}::uuid`;
  const found = await db.$queryRaw<{ id: string }[]>`
    select t.id from comment_threads t
    where t.record_id = ${recordId}::uuid and ${beyond} and ${isVisible(reader)}
    order by t.id desc limit ${atOnce.threads + 1}`;
  const rows = await db.commentThread.findMany({
    where: { id: { in: found.slice(0, atOnce.threads).map(({ id }) => id) } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      thoughtId: true,
      resolvedAt: true,
      resolvedBy: { select: { name: true } },
      comments: newest(reader, null),
    },
  });
  const threads = rows.map(({ resolvedAt, resolvedBy, comments, ...thread }): Thread => {
    const isResolved = reader.revealed && resolvedAt !== null;
    return {
      ...thread,
      resolved: isResolved ? { by: resolvedBy?.name ?? "", at: resolvedAt.toISOString() } : null,
      ...pageOf(comments, reader),
    };
  });
  return { threads, hasOlderThreads: found.length > atOnce.threads };
}

/**
 * Comments of a thread that a reader may see, from before one that is known already.
 *
 * @param before id of that comment
 */
export async function loadEarlier(
  threadId: string,
  reader: ThreadReader,
  before: string,
): Promise<CommentPage> {
  const { comments } = await db.commentThread.findUniqueOrThrow({
    where: { id: threadId },
    select: { comments: newest(reader, before) },
  });
  return pageOf(comments, reader);
}

/** Whether a reader may see a thread of a record. */
export async function seesThread(recordId: string, threadId: string, reader: ThreadReader): Promise<boolean> {
  const found = await db.$queryRaw<unknown[]>`
    select 1 from comment_threads t
    where t.id = ${threadId}::uuid and t.record_id = ${recordId}::uuid and ${isVisible(reader)}`;
  return found.length > 0;
}

/** A condition on `t`, the threads: all of them, or those that the reader opened. */
function isVisible({ userId, revealed }: ThreadReader): Prisma.Sql {
  if (revealed) return Prisma.sql`true`;
  return Prisma.sql`(select c.author_id from comments c where c.thread_id = t.id order by c.id limit 1)
    = ${userId}::uuid`;
}

const selection = {
  id: true,
  authorId: true,
  text: true,
  erasureId: true,
  createdAt: true,
  author: { select: { name: true } },
} as const satisfies Prisma.CommentSelect;

type Row = Prisma.CommentGetPayload<{ select: typeof selection }>;

/** One more than are shown, newest first. */
function newest({ userId, revealed }: ThreadReader, before: string | null) {
  return {
    where: {
      authorId: revealed ? undefined : (userId ?? { in: [] }),
      id: before === null ? undefined : { lt: before },
    },
    orderBy: { id: "desc" },
    take: atOnce.comments + 1,
    select: selection,
  } as const;
}

function pageOf(rows: readonly Row[], { userId }: ThreadReader): CommentPage {
  const comments = rows
    .slice(0, atOnce.comments)
    .reverse()
    .map(({ id, author, authorId, text, erasureId, createdAt }) => ({
      id,
      by: author.name,
      mine: authorId === userId,
      text: erasureId === null ? text : null,
      at: createdAt.toISOString(),
    }));
  return { comments, hasEarlier: rows.length > atOnce.comments };
}
