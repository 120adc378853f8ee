"use client";

import { BreakNotice } from "#components/exposure/break-notice.tsx";
import { Button } from "#components/ui/button.tsx";
import { languageProps } from "#components/ui/language-props.ts";
import { Notice } from "#components/ui/notice.tsx";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { AsideNotice } from "./aside-notice.tsx";
import { useIsReviewing, useRoom, useRoomState } from "./room-context.tsx";
import { useNewerTab } from "./use-newer-tab.ts";
import { useRoomDecisions } from "./use-room-decisions.ts";

/** What the reviewer has to know before reading on: why it is here again, and what became of their claim. */
export function RoomNotices() {
  const { brief, exposure } = useRoom().room;
  const restored = useRoomState((state) => state.restored);
  return (
    <>
      {brief?.kind === "changes_requested" && (
        <Notice tone="warn" title={strings.brief.changes_requested} className="mb-4">
          {brief.notes.map((note) => (
            <p key={note} {...languageProps(note)} className="whitespace-pre-wrap">
              {note}
            </p>
          ))}
        </Notice>
      )}
      {brief?.kind === "policy_changed" && (
        <Notice tone="warn" className="mb-4">
          {strings.brief.policy_changed}
        </Notice>
      )}
      <BreakNotice breakMinutes={exposure.breakMinutes} />
      <NewerTab />
      {restored && <Notice className="mb-4">{strings.restored}</Notice>}
      <AsideNotice />
      <LostClaim />
    </>
  );
}

/** The same review in two tabs: the newer one leads. */
function NewerTab() {
  const { review, standing } = useRoom().room;
  const { isOutdone, lead } = useNewerTab(standing === "reviewing" ? (review?.id ?? null) : null);
  if (!isOutdone) return null;
  return (
    <div role="alert">
      <Notice
        tone="warn"
        className="mb-4"
        action={
          <Button size="sm" onClick={lead}>
            {strings.newerTab.lead}
          </Button>
        }
      >
        {strings.newerTab.text}
      </Notice>
    </div>
  );
}

function LostClaim() {
  const isReviewing = useIsReviewing();
  const claim = useRoomState((state) => state.claim);
  const { claim: claimAgain, next } = useRoomDecisions();
  if (!isReviewing || !claim || !("lost" in claim)) return null;
  return (
    <div role="alert">
      <Notice
        tone="bad"
        title={strings.lost}
        className="mb-4"
        action={
          claim.lost === "policy_changed" ? (
            <Button size="sm" onClick={claimAgain}>
              {strings.claimAgain}
            </Button>
          ) : (
            <Button size="sm" onClick={next}>
              {strings.next}
            </Button>
          )
        }
      >
        {reviewStrings.noClaim[claim.lost]}
      </Notice>
    </div>
  );
}
