"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { missingFrom } from "#lib/domain/review/missing.ts";
import { sayMissing, sayOutcome } from "#lib/domain/review/sentence.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { Outline } from "./outline.tsx";
import { useDeferredDraft, useRoom, useRoomState } from "./room-context.tsx";
import { useSubmission } from "./submission.tsx";
import { useRoomDecisions } from "./use-room-decisions.ts";
import { Verdicts } from "./verdicts.tsx";

/** The two questions, what Submit will do, and the one primary button, always in the same place. */
export function AnswerBar() {
  const { submit } = useRoomDecisions();
  const { busy } = useSubmission();
  return (
    <section
      aria-label={strings.answers}
      className="sticky bottom-0 z-20 short:static border-t border-line bg-surface px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:px-7"
    >
      <div aria-live="assertive" className="empty:hidden">
        <Refused />
      </div>
      <div inert={busy}>
        <Outline />
      </div>
      <div className="grid items-center gap-x-6 gap-y-2 sm:grid-cols-[minmax(0,1fr)_auto]">
        <div className="min-w-0">
          <div inert={busy} className="mb-2 flex flex-wrap gap-x-6 gap-y-2 max-lg:hidden">
            <Verdicts />
          </div>
          <Outcome />
        </div>
        <Button
          variant="primary"
          size="lg"
          busy={busy}
          aria-keyshortcuts="Control+Enter"
          aria-describedby="outcome"
          onClick={submit}
          className="max-sm:w-full"
        >
          {busy ? strings.submitting : strings.submit}
          {!busy && <Shortcut keys={["mod", "enter"]} inherit />}
        </Button>
      </div>
    </section>
  );
}

/** Why the draft could not be submitted; no longer once it is another, which the sentence below speaks of. */
function Refused() {
  const { refusal } = useSubmission();
  const draft = useDeferredDraft();
  const [refused, setRefused] = useState({ refusal, draft });
  if (refused.refusal !== refusal) setRefused({ refusal, draft });
  // A notice above the thoughts says so already, and what to do.
  const isLost = useRoomState(({ claim }) => claim !== null && "lost" in claim);
  if (!refusal || isLost || refused.draft !== draft) return null;
  return (
    <Notice tone="bad" className="mb-2.5">
      {refusal.message}
    </Notice>
  );
}

/** What Submit will do, or what it still needs. Said before, not after. */
function Outcome() {
  const { given, rules } = useRoom().room;
  const draft = useDeferredDraft();
  const [missing] = missingFrom(draft, given, rules);
  return (
    <p id="outcome" aria-live="polite" className={missing ? "text-sm text-ink-3" : "text-sm text-ink-2"}>
      {missing ? sayMissing(missing, draft, given) : sayOutcome(draft, given)}
    </p>
  );
}
