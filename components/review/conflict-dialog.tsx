"use client";

import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Time } from "#components/ui/time.tsx";
import { applyDraft } from "#lib/domain/review/apply-draft.ts";
import type { ReviewDraft } from "#lib/domain/review/draft.ts";
import { sayOutcome } from "#lib/domain/review/sentence.ts";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { ChangesList } from "./changes-list.tsx";
import { useRoom, useRoomState } from "./room-context.tsx";

const { conflict: strings, aside: asideStrings } = roomStrings;

/** A review that was written in two places: both versions, and the choice which one to go on with. */
export function ConflictDialog() {
  const { autosave, store } = useRoom();
  const save = useRoomState((state) => state.save);
  const draft = useRoomState((state) => state.draft);
  const isOpen = useRoomState((state) => state.panel === "conflict");
  if (save.kind !== "conflict") return null;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => store.setState({ panel: open ? "conflict" : null })}
      size="lg"
      title={strings.title}
      description={strings.description}
    >
      <div className="grid gap-6 md:grid-cols-2">
        <Version title={strings.here} draft={draft} onKeep={() => autosave.current?.settle("mine")} />
        <Version
          title={
            <>
              {strings.there} {save.stored.savedAt && <Time value={save.stored.savedAt} format="seconds" />}
            </>
          }
          draft={save.stored.content}
          onKeep={() => autosave.current?.settle("stored")}
        />
      </div>
    </Dialog>
  );
}

type VersionProps = { title: React.ReactNode; draft: ReviewDraft; onKeep: () => void };

function Version({ title, draft, onKeep }: VersionProps) {
  const { given } = useRoom().room;
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <h3 className="text-sm font-semibold">{title}</h3>
      <div className="max-h-[45dvh] flex-1 overflow-y-auto">
        <p className="mb-2 text-sm text-ink-2">{sayOutcome(draft, given) ?? strings.nothing}</p>
        {draft.note && <p className="mb-2 text-sm whitespace-pre-wrap">{draft.note}</p>}
        <ChangesList before={given} after={applyDraft(draft, given, null)} />
      </div>
      <Button onClick={onKeep}>{strings.keep}</Button>
    </section>
  );
}

/** Tells of the version that was not gone on with, until the reviewer lets go of it. */
export function AsideNotice() {
  const { autosave } = useRoom();
  const aside = useRoomState((state) => state.aside);
  if (!aside) return null;
  return (
    <Notice
      className="mb-4"
      action={
        <>
          <Button size="sm" onClick={() => autosave.current?.swap()}>
            {asideStrings.swap}
          </Button>
          <Button size="sm" variant="quiet" onClick={() => autosave.current?.dropAside()}>
            {asideStrings.drop}
          </Button>
        </>
      }
    >
      {asideStrings.text}
    </Notice>
  );
}
