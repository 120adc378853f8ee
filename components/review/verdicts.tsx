"use client";

import { Segmented } from "#components/ui/segmented.tsx";
import { reasoningVerdicts, responseVerdicts } from "#lib/domain/review/draft.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { readingOf } from "./reading.ts";
import { useDeferredDraft, useEdit, useRoom, useRoomState } from "./room-context.tsx";
import { ToolButton } from "./tool-button.tsx";

const tones = { sound: "ok", right: "ok", fixed: "warn", flawed: "bad", wrong: "bad" } as const;
const { reasoning, response } = reviewStrings;

const reasoningOptions = reasoningVerdicts.map((value) => ({
  value,
  label: reasoning.answers[value],
  tone: tones[value],
}));
const responseOptions = responseVerdicts.map((value) => ({
  value,
  label: response.answers[value],
  tone: tones[value],
}));

/** Is the reasoning sound, is the response right? Both follow from labels and edits, and can be corrected. */
export function Verdicts() {
  const { room } = useRoom();
  const edit = useEdit();
  // What was chosen shows with the click; what follows from labels and edits, a moment later.
  const chosen = useRoomState((state) => state.draft);
  const { assessment } = readingOf(room, useDeferredDraft());
  return (
    <>
      <Question
        name={reasoning.question}
        isCorrected={!assessment.reasoningFollows}
        onFollow={() => edit((before) => ({ ...before, reasoning: null }))}
      >
        <Segmented
          label={reasoning.question}
          options={reasoningOptions}
          value={chosen.reasoning ?? assessment.reasoning}
          onValueChange={(value) => edit((before) => ({ ...before, reasoning: value }))}
        />
      </Question>
      <Question
        name={response.question}
        isCorrected={!assessment.responseFollows}
        onFollow={() => edit((before) => ({ ...before, responseVerdict: null }))}
      >
        <Segmented
          label={response.question}
          options={responseOptions}
          value={chosen.responseVerdict ?? assessment.response}
          onValueChange={(value) => edit((before) => ({ ...before, responseVerdict: value }))}
        />
      </Question>
    </>
  );
}

type QuestionProps = { name: string; isCorrected: boolean; onFollow: () => void; children: React.ReactNode };

function Question({ name, isCorrected, onFollow, children }: QuestionProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-ink-2">
      <span aria-hidden>{name}</span>
      {children}
      {isCorrected && (
        <ToolButton className="text-xs" title={strings.followAgain} onClick={onFollow}>
          {strings.reset}
        </ToolButton>
      )}
    </div>
  );
}
