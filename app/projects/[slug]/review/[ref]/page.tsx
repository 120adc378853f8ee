import type { Metadata } from "next";
import { eraseContent } from "#app/erase.ts";
import { load } from "#app/load.ts";
import {
  changeNow,
  claimRecord,
  nextInQueue,
  skipReview,
  submitReview,
  undoReview,
  withdrawApproval,
} from "#app/projects/[slug]/review/actions.ts";
import {
  loadEarlierComments,
  loadOlderThreads,
  openThread,
  replyInThread,
  resolveThread,
} from "#app/projects/[slug]/review/comment-actions.ts";
import { HeldBack } from "#components/exposure/held-back.tsx";
import { ReviewRoom } from "#components/review/review-room.tsx";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { unlessHeldBack } from "#lib/server/exposure/serve.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { loadRoom } from "#lib/server/reviews/load-room.ts";

type Props = PageProps<"/projects/[slug]/review/[ref]">;

const actions = {
  submit: submitReview,
  skip: skipReview,
  undo: undoReview,
  claim: claimRecord,
  next: nextInQueue,
  erase: eraseContent,
  withdraw: withdrawApproval,
  changeNow,
  openThread,
  replyInThread,
  resolveThread,
  olderThreads: loadOlderThreads,
  earlierComments: loadEarlierComments,
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: roomStrings.title((await params).ref) };
}

export default async function RoomPage({ params, searchParams }: Props) {
  const [actor, { slug, ref }, { tab }] = await Promise.all([requireActor(), params, searchParams]);
  const found = await load(async () => {
    const { project } = await requireProject(actor, slug, "project.read");
    return unlessHeldBack(() => loadRoom(actor, project.id, ref));
  });
  if ("because" in found) return <HeldBack held={found} slug={slug} next={nextInQueue} past={ref} />;
  const room = found;
  // The room starts anew with another record, and with another standing to the same one.
  return (
    <ReviewRoom
      key={`${ref}:${room.review?.id}:${room.standing}`}
      room={room}
      actions={actions}
      tab={tab === "comments" ? tab : undefined}
    />
  );
}
