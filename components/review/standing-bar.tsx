"use client";

import type { ReactNode } from "react";
import { EraseDialog } from "#components/erase/erase-dialog.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { RefusalNotice } from "#components/ui/refusal-notice.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import type { Tone } from "#components/ui/tone.ts";
import type { RecordStatus } from "#lib/domain/record/status.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { useRoom } from "./room-context.tsx";
import { useSubmission } from "./submission.tsx";
import { useRoomDecisions } from "./use-room-decisions.ts";
import { WithdrawButton } from "./withdraw-button.tsx";

const tones: Partial<Record<RecordStatus, Tone>> = {
  approved: "ok",
  rejected: "bad",
  needs_adjudication: "warn",
  changes_requested: "warn",
  stale: "warn",
};

/** The bar of a record that the reader does not work on: how they stand to it and what they can do. */
export function StandingBar() {
  const { room } = useRoom();
  const { refusal } = useSubmission();
  const { status } = room.record;
  return (
    <section
      aria-label={strings.answers}
      className="sticky bottom-0 z-20 short:static border-t border-line bg-surface px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:px-7"
    >
      <RefusalNotice refusal={refusal} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2.5">
        <p className="flex flex-wrap items-center gap-2.5 text-sm text-ink-2">
          {status && <Badge tone={tones[status] ?? "neutral"}>{reviewStrings.statuses[status]}</Badge>}
          {said(room)}
        </p>
        <div className="flex flex-wrap gap-2.5 max-sm:w-full max-sm:[&>*]:flex-1">
          <Actions />
        </div>
      </div>
    </section>
  );
}

function said({ standing, review, history }: ReturnType<typeof useRoom>["room"]): string {
  if (standing === "offered") return strings.offered;
  if (review?.status === "skipped") return strings.done.skipped;
  const own = history.findLast((line) => line.kind === "review" && line.review.id === review?.id);
  return own?.kind === "review" ? strings.done[own.review.decision] : strings.reading;
}

function Actions(): ReactNode {
  const { room, actions } = useRoom();
  const { busy } = useSubmission();
  const { claim, next, takeBack } = useRoomDecisions();
  if (room.standing === "offered") {
    return (
      <Button variant="primary" size="lg" busy={busy} aria-keyshortcuts="Control+Enter" onClick={claim}>
        {strings.claim}
        <Shortcut keys={["mod", "enter"]} inherit />
      </Button>
    );
  }
  return (
    <>
      {room.eraseId && (
        <EraseDialog kind="record" id={room.eraseId} name={room.record.ref} erase={actions.erase} />
      )}
      {room.mayWithdraw && <WithdrawButton />}
      {room.standing === "done" && room.canUndo && (
        <Button size="lg" busy={busy} onClick={takeBack}>
          {strings.done.takeBack}
        </Button>
      )}
      {room.left === null ? (
        <LinkButton size="lg" href={`/projects/${room.project.slug}/review`}>
          {strings.toQueue}
        </LinkButton>
      ) : (
        <Button variant="primary" size="lg" busy={busy} onClick={next}>
          {strings.next}
        </Button>
      )}
    </>
  );
}
