"use client";

import { useId, useState } from "react";
import { Composer } from "#components/comments/composer.tsx";
import { useKeptText } from "#components/comments/kept-text.ts";
import { ShowMore } from "#components/comments/show-more.tsx";
import { useGathered } from "#components/comments/use-gathered.ts";
import { useAction } from "#components/ui/action-state.ts";
import { SmallSelect } from "#components/ui/small-select.tsx";
import { commentStrings as strings } from "#lib/domain/strings/comments.ts";
import { CommentThread } from "./comment-thread.tsx";
import { useReading, useRoom, useRoomState } from "./room-context.tsx";
import { ToolButton } from "./tool-button.tsx";

/** What was said about the record and its thoughts; what is resolved is folded away. */
export function CommentsTab() {
  const { room } = useRoom();
  const { threads, older } = useThreads();
  const [showsResolved, setShowsResolved] = useState(false);
  const open = threads.filter(({ resolved }) => resolved === null);
  const resolved = threads.filter(({ resolved }) => resolved !== null);
  return (
    <div className="grid gap-5">
      {room.mayComment && <NewThread />}
      {threads.length === 0 && <p className="text-sm text-ink-3">{strings.none}</p>}
      {older && (
        <ShowMore name={strings.older} busy={older.busy} refusal={older.refusal} onClick={older.show} />
      )}
      {open.map((thread) => (
        <CommentThread key={thread.id} thread={thread} />
      ))}
      {resolved.length > 0 && (
        <ToolButton
          className="justify-self-start text-sm"
          aria-expanded={showsResolved}
          onClick={() => setShowsResolved(!showsResolved)}
        >
          {showsResolved ? strings.hideResolved : strings.showResolved(resolved.length)}
        </ToolButton>
      )}
      {showsResolved && resolved.map((thread) => <CommentThread key={thread.id} thread={thread} />)}
      {room.record.status === null && room.others > 0 && (
        <p className="text-sm text-ink-3">{strings.hidden}</p>
      )}
    </div>
  );
}

function NewThread() {
  const { room, store, actions } = useRoom();
  const { slug } = room.project;
  const { ref } = room.record;
  const choice = useId();
  const about = useRoomState((state) => state.commentOn);
  const ids = useReading((reading) => reading.ids);
  const [text, setText] = useKeptText(`${slug}.${ref}`);
  const { run, busy, refusal } = useAction(actions.openThread, { onDone: () => setText("") });
  const given = ids.filter((id) => isStored(room, id));
  const thoughtId = about !== null && given.includes(about) ? about : null;
  return (
    <Composer
      label={strings.write}
      placeholder={strings.placeholder}
      send={strings.send}
      text={text}
      onTextChange={setText}
      onSend={() => run({ slug, ref, thoughtId, text })}
      busy={busy}
      refusal={refusal}
    >
      <label htmlFor={choice} className="flex items-center gap-1.5 text-xs text-ink-3">
        {strings.about}
        <SmallSelect
          id={choice}
          value={thoughtId ?? ""}
          onChange={(event) => store.setState({ commentOn: event.target.value || null })}
        >
          <option value="">{strings.theRecord}</option>
          {ids.map((id, place) =>
            given.includes(id) ? (
              <option key={id} value={id}>
                {strings.thought(place + 1)}
              </option>
            ) : null,
          )}
        </SmallSelect>
      </label>
    </Composer>
  );
}

/** The threads on the page, and how those before them come onto it; null where there are none. */
function useThreads() {
  const { room, actions } = useRoom();
  const [threads, add] = useGathered(room.threads);
  const [hasOlder, setHasOlder] = useState(room.hasOlderThreads);
  const { run, busy, refusal } = useAction(actions.olderThreads, {
    onDone(page) {
      add(page.threads);
      setHasOlder(page.hasOlderThreads);
    },
  });
  const [oldest] = threads;
  const show = () => oldest && run({ slug: room.project.slug, ref: room.record.ref, before: oldest.id });
  return { threads, older: hasOlder ? { show, busy, refusal } : null };
}

/** What was only added in the draft is on nobody else's page. */
function isStored({ given, shown }: ReturnType<typeof useRoom>["room"], id: string): boolean {
  return [...given.thoughts, ...shown.thoughts].some((thought) => thought.id === id);
}
