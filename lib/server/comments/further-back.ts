import type { Actor } from "#lib/domain/access/actions.ts";
import type { CommentPage, ThreadPage } from "#lib/domain/comment/thread.ts";
import { loadEarlier, loadThreads } from "./load.ts";
import { readerOf, readerOfThread } from "./reader.ts";

/**
 * Threads of a record from before one that the actor has on their page.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where the record was erased
 */
export async function olderThreads(
  actor: Actor,
  projectId: string,
  { ref, before }: { ref: string; before: string },
): Promise<ThreadPage> {
  const { recordId, reader } = await readerOf(actor, projectId, ref);
  return loadThreads(recordId, reader, before);
}

/**
 * Comments of a thread from before one that the actor has on their page.
 *
 * @throws Refused `not_found`, `forbidden`; `conflict` where the record was erased
 */
export async function earlierComments(
  actor: Actor,
  projectId: string,
  { before, ...place }: { ref: string; threadId: string; before: string },
): Promise<CommentPage> {
  const reader = await readerOfThread(actor, projectId, place);
  return loadEarlier(place.threadId, reader, before);
}
