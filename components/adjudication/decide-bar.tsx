"use client";

import { type Ref, useId } from "react";
import type { Refusal } from "#components/ui/action-state.ts";
import { Button } from "#components/ui/button.tsx";
import { RefusalNotice } from "#components/ui/refusal-notice.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { sayOpen } from "#lib/domain/adjudication/open.ts";
import type { Dispute } from "#lib/domain/adjudication/view.ts";
import { assess } from "#lib/domain/review/assess.ts";
import { type Decision, decisions, longestText, type ReviewDraft } from "#lib/domain/review/draft.ts";
import { sayOutcome } from "#lib/domain/review/sentence.ts";
import { adjudicationStrings as strings } from "#lib/domain/strings/adjudication.ts";
import { decisionTones } from "./decision-tones.ts";

const keys = { approve: "a", request_changes: "c", reject: "r" } as const;

type DecideBarProps = {
  dispute: Dispute;
  draft: ReviewDraft;
  change: (edit: (draft: ReviewDraft) => ReviewDraft) => void;
  decide: () => void;
  busy: boolean;
  refusal: Refusal | null;
  comment: Ref<HTMLTextAreaElement>;
};

/** What is decided and why, what that does, and the one primary button. */
export function DecideBar({ dispute, draft, change, decide, busy, refusal, comment }: DecideBarProps) {
  const hintId = useId();
  const { base, readings } = dispute;
  const lacking = sayOpen(draft, base, readings);
  const { decision } = assess(draft, base);
  return (
    <section
      aria-label={strings.yourDecision}
      className="sticky bottom-0 z-20 -mx-3.5 mt-8 border-t border-line bg-paper px-3.5 py-3 max-lg:static"
    >
      <RefusalNotice refusal={refusal} />
      <div className="grid items-end gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,1fr)_auto]">
        <div className="min-w-0">
          <div className="flex flex-wrap items-start gap-x-5 gap-y-2.5">
            <Segmented
              label={strings.yourDecision}
              options={decisions.map((value) => ({
                value,
                label: strings.decisions[value],
                tone: decisionTones[value],
                shortcut: keys[value],
              }))}
              value={decision}
              onValueChange={(value) => change((before) => decided(before, value))}
            />
            <Textarea
              ref={comment}
              rows={1}
              dir="auto"
              maxLength={longestText}
              aria-label={strings.comment}
              aria-describedby={hintId}
              aria-keyshortcuts="n"
              placeholder={strings.comment}
              value={draft.note}
              onChange={(event) => {
                const note = event.target.value;
                change((before) => ({ ...before, note }));
              }}
              className="max-h-40 min-w-60 flex-1 basis-72"
            />
          </div>
          <p aria-live="polite" className="mt-2 text-sm text-ink-2">
            {lacking ?? sayOutcome(draft, base)}{" "}
            <span id={hintId} className="text-ink-3">
              {strings.commentHint}
            </span>
          </p>
        </div>
        <Button
          variant="primary"
          size="lg"
          busy={busy}
          aria-keyshortcuts="Control+Enter"
          onClick={decide}
          className="max-lg:w-full"
        >
          {busy ? strings.deciding : strings.decide}
          {!busy && <Shortcut keys={["mod", "enter"]} inherit />}
        </Button>
      </div>
    </section>
  );
}

/** Approval follows from what stands and is never chosen against it; the others are always chosen. */
export function decided(draft: ReviewDraft, decision: Decision): ReviewDraft {
  return { ...draft, decision: decision === "approve" ? null : decision };
}
