"use client";

import { PlainText } from "#components/review/plain-text.tsx";
import { ToolButton } from "#components/review/tool-button.tsx";
import { DiffWords } from "#components/ui/diff-words.tsx";
import { languageProps } from "#components/ui/language-props.ts";
import { Section } from "#components/ui/section.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { responsesDiffer } from "#lib/domain/adjudication/compare.ts";
import { chosenResponse, takeResponse } from "#lib/domain/adjudication/compose.ts";
import { responseOptions } from "#lib/domain/adjudication/options.ts";
import type { Dispute } from "#lib/domain/adjudication/view.ts";
import { changedWords } from "#lib/domain/review/changes.ts";
import { longestText, type ReviewDraft } from "#lib/domain/review/draft.ts";
import { editResponse } from "#lib/domain/review/edit-draft.ts";
import { adjudicationStrings as strings } from "#lib/domain/strings/adjudication.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { OptionCard } from "./option-card.tsx";

type DisputeResponseProps = {
  dispute: Dispute;
  draft: ReviewDraft;
  change: (edit: (draft: ReviewDraft) => ReviewDraft) => void;
  isEditing: boolean;
  onEdit: (isEditing: boolean) => void;
};

/** The response in all readings, and the one that is taken. */
export function DisputeResponse({ dispute, draft, change, isEditing, onEdit }: DisputeResponseProps) {
  const { base, readings } = dispute;
  const differs = responsesDiffer(readings);
  const chosen = chosenResponse(draft, base, readings);
  return (
    <Section title={strings.response} className="mt-6">
      <p
        {...languageProps(draft.response ?? base.response)}
        className="max-w-[66ch] font-read text-read break-words whitespace-pre-wrap"
      >
        {differs || draft.response === null ? (
          <PlainText text={base.response} />
        ) : (
          <DiffWords parts={changedWords(base.response, draft.response)} />
        )}
      </p>
      {differs && (
        <fieldset className="mt-2.5 grid gap-2.5 sm:grid-cols-2">
          <legend className="sr-only">{strings.whoseResponse}</legend>
          {responseOptions(base, readings).map((option) => (
            <OptionCard
              key={option.choice}
              name="response"
              title={option.by.length > 0 ? strings.by(option.by) : strings.asGiven}
              mark={
                option.verdict && (
                  <span className="text-ink-3">
                    {strings.verdict(reviewStrings.response.answers[option.verdict])}
                  </span>
                )
              }
              isChosen={chosen === option.choice}
              onChoose={() => change((before) => takeResponse(before, base, readings, option.choice))}
            >
              {option.content.response.trim() === base.response.trim() ? (
                <p className="text-sm text-ink-3">{strings.leftAsGiven}</p>
              ) : (
                <p
                  {...languageProps(option.content.response)}
                  className="font-read text-md break-words whitespace-pre-wrap"
                >
                  <DiffWords parts={changedWords(base.response, option.content.response)} />
                </p>
              )}
              {option.content.disposition && option.content.disposition !== base.disposition && (
                <p className="text-xs text-ink-3">{roomStrings.dispositions[option.content.disposition]}</p>
              )}
            </OptionCard>
          ))}
        </fieldset>
      )}
      <ToolButton className="mt-2 text-xs" onClick={() => onEdit(!isEditing)}>
        {isEditing ? strings.doneEditing : strings.edit}
      </ToolButton>
      {isEditing && (
        <Textarea
          autoFocus
          dir="auto"
          voice="read"
          maxLength={longestText}
          aria-label={strings.editResponse}
          value={draft.response ?? base.response}
          onChange={(event) => {
            const text = event.target.value;
            change((before) => ({ ...editResponse(before, base, text), responseVerdict: "fixed" }));
          }}
          className="mt-2 max-w-[calc(66ch+1.25rem)]"
        />
      )}
    </Section>
  );
}
