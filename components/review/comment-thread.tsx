"use client";

import { useState } from "react";
import { Composer } from "#components/comments/composer.tsx";
import { useKeptText } from "#components/comments/kept-text.ts";
import { ShowMore } from "#components/comments/show-more.tsx";
import { ThreadLines } from "#components/comments/thread-lines.tsx";
import { useGathered } from "#components/comments/use-gathered.ts";
import { useAction } from "#components/ui/action-state.ts";
import { RefusalNotice } from "#components/ui/refusal-notice.tsx";
import type { Thread } from "#lib/domain/comment/thread.ts";
import { commentStrings as strings } from "#lib/domain/strings/comments.ts";
import { useReading, useRoom } from "./room-context.tsx";
import { ToolButton } from "./tool-button.tsx";
import { useRoomMoves } from "./use-room-moves.ts";

/** One thread: what it is about, what was said, and what can be done with it. */
export function CommentThread({ thread }: { thread: Thread }) {
  const { room, actions } = useRoom();
  const { slug } = room.project;
  const { ref } = room.record;
  const [isReplying, setReplying] = useState(false);
  const [text, setText] = useKeptText(thread.id);
  const reply = useAction(actions.replyInThread, {
    onDone: () => {
      setText("");
      setReplying(false);
    },
  });
  const resolution = useAction(actions.resolveThread);
  const [comments, add] = useGathered(thread.comments);
  const [hasEarlier, setHasEarlier] = useState(thread.hasEarlier);
  const earlier = useAction(actions.earlierComments, {
    onDone(page) {
      add(page.comments);
      setHasEarlier(page.hasEarlier);
    },
  });
  const { resolved } = thread;
  const place = { slug, ref, threadId: thread.id };
  return (
    <section className="border-l-2 border-line pl-4">
      <div className="mb-1.5 text-xs font-semibold text-ink-3">
        <About thoughtId={thread.thoughtId} />
      </div>
      {hasEarlier && (
        <ShowMore
          name={strings.earlier}
          busy={earlier.busy}
          refusal={earlier.refusal}
          onClick={() => comments[0] && earlier.run({ ...place, before: comments[0].id })}
        />
      )}
      <ThreadLines comments={comments} />
      {resolved && <p className="mt-2 text-xs text-ink-3">{strings.resolvedBy(resolved.by)}</p>}
      <RefusalNotice refusal={resolution.refusal} />
      {room.mayComment && (
        <div className="mt-2">
          {isReplying || text !== "" ? (
            <Composer
              label={strings.replyTo}
              send={strings.reply}
              text={text}
              onTextChange={setText}
              onSend={() => reply.run({ ...place, text })}
              busy={reply.busy}
              refusal={reply.refusal}
            />
          ) : (
            <div className="flex gap-4 text-xs">
              <ToolButton onClick={() => setReplying(true)}>{strings.reply}</ToolButton>
              <ToolButton onClick={() => resolution.run({ ...place, resolved: resolved === null })}>
                {resolved ? strings.reopen : strings.resolve}
              </ToolButton>
            </div>
          )}
        </div>
      )}
    </section>
  );
}

/** Leads to the thought, if it still stands in the version on the page. */
function About({ thoughtId }: { thoughtId: string | null }) {
  const number = useReading(({ ids }) => (thoughtId === null ? 0 : ids.indexOf(thoughtId) + 1));
  const { focusOn } = useRoomMoves();
  if (thoughtId === null) return strings.onRecord;
  if (number === 0) return strings.onFormerThought;
  return <ToolButton onClick={() => focusOn(thoughtId)}>{strings.onThought(number)}</ToolButton>;
}
