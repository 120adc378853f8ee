"use client";

import { memo } from "react";
import { ClauseChips } from "#components/deliberation/clause-chip.tsx";
import { PlainText } from "#components/review/plain-text.tsx";
import { ToolButton } from "#components/review/tool-button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { cx } from "#components/ui/cx.ts";
import { DiffWords } from "#components/ui/diff-words.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { languageProps } from "#components/ui/language-props.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { Point } from "#lib/domain/adjudication/compare.ts";
import type { Choice } from "#lib/domain/adjudication/compose.ts";
import type { ThoughtOption } from "#lib/domain/adjudication/options.ts";
import type { Dispute } from "#lib/domain/adjudication/view.ts";
import { type Label, labels } from "#lib/domain/deliberation/reply.ts";
import type { Thought } from "#lib/domain/deliberation/thoughts.ts";
import { changedWords } from "#lib/domain/review/changes.ts";
import { longestText } from "#lib/domain/review/draft.ts";
import { adjudicationStrings as strings } from "#lib/domain/strings/adjudication.ts";
import { deliberationStrings } from "#lib/domain/strings/deliberation.ts";
import { LabelWord } from "./label-word.tsx";
import { OptionCard } from "./option-card.tsx";

const labelOptions = labels.map((value, place) => ({
  value,
  label: deliberationStrings.labels[value],
  tone: value === "sound" ? ("ok" as const) : ("bad" as const),
  shortcut: String(place + 1),
}));

/** What can be done to a thought; the same functions for all of them, so that only what changed is drawn again. */
export type PointMoves = {
  choose: (point: Point, choice: Choice) => void;
  label: (point: Point, label: Label) => void;
  write: (point: Point, text: string) => void;
  focus: (id: string) => void;
  edit: (id: string | null) => void;
};

type DisputePointProps = {
  point: Point;
  number: number;
  /** Texts of the clauses that the round judges by. */
  policies: Dispute["clauses"];
  options: readonly ThoughtOption[];
  chosen: Choice | null;
  /** As the draft has it; null where it does not stand. */
  text: string | null;
  labelled: Label | null;
  isFocused: boolean;
  isEditing: boolean;
  moves: PointMoves;
};

/** A thought in all readings: one line where they agree, side by side where they differ. */
export const DisputePoint = memo(function DisputePoint(props: DisputePointProps) {
  const { point, number, policies, options, chosen, text, labelled, isFocused, isEditing, moves } = props;
  const { id, given, differs } = point;
  return (
    <li
      data-point={id}
      tabIndex={-1}
      aria-current={isFocused || undefined}
      aria-label={strings.pointName(number, differs, labelled ?? undefined)}
      onFocusCapture={() => moves.focus(id)}
      onPointerDown={() => moves.focus(id)}
      className={cx(
        "scroll-mt-24 scroll-mb-64 outline-none [content-visibility:auto] [contain-intrinsic-size:auto_9rem]",
        isFocused
          ? "-mx-3.5 my-1.5 rounded-lg border border-line border-l-3 border-l-accent bg-surface py-3 pr-3.5 pl-[0.6875rem] shadow-card"
          : "border-b border-line py-3",
      )}
    >
      <div className="flex items-baseline gap-2.5 text-xs text-ink-3">
        <span aria-hidden className="font-medium tabular-nums">
          {number}
        </span>
        <span className={differs ? "font-[550] text-warn" : undefined}>
          {differs && chosen === null && (given === null || !labelled)
            ? strings.toChoose
            : !differs && strings.agree}
        </span>
        <span className="ml-auto">{(labelled || !differs) && given && <LabelWord label={labelled} />}</span>
      </div>
      {given && (
        <p
          {...languageProps(given.text)}
          className="mt-1 max-w-[66ch] font-read text-read break-words whitespace-pre-wrap"
        >
          <PlainText text={given.text} />
        </p>
      )}
      {given && (
        <span className="mt-1 flex flex-wrap gap-1.5">
          <ClauseChips cited={given.clauses} clauses={policies} />
        </span>
      )}
      {differs && (
        <fieldset className="mt-2.5 grid gap-2.5 sm:grid-cols-2">
          <legend className="sr-only">{strings.whose(number)}</legend>
          {options.map((option) => (
            <OptionCard
              key={option.choice}
              name={`point-${id}`}
              title={option.by.length > 0 ? strings.by(option.by) : strings.asGiven}
              mark={given && option.by.length > 0 ? <LabelWord label={option.label} /> : null}
              isChosen={chosen === option.choice}
              onChoose={() => moves.choose(point, option.choice)}
            >
              <OptionText given={given} thought={option.thought} />
            </OptionCard>
          ))}
        </fieldset>
      )}
      {isFocused && (given || text !== null) && (
        <div className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-2 text-xs text-ink-3">
          {given && (
            <Segmented
              label={strings.label(number)}
              options={labelOptions}
              value={labelled}
              onValueChange={(label) => moves.label(point, label)}
              className="max-sm:grid! max-sm:w-full max-sm:grid-cols-2"
            />
          )}
          {text !== null && (
            <ToolButton onClick={() => moves.edit(isEditing ? null : id)}>
              {isEditing ? strings.doneEditing : strings.edit}
              <Kbd>e</Kbd>
            </ToolButton>
          )}
        </div>
      )}
      {isEditing && text !== null && (
        <Textarea
          autoFocus
          dir="auto"
          voice="read"
          rows={2}
          maxLength={longestText}
          aria-label={strings.editText(number)}
          value={text}
          onChange={(event) => moves.write(point, event.target.value)}
          className="mt-2.5 max-w-[calc(66ch+1.25rem)]"
        />
      )}
      {!isEditing && text !== null && chosen === null && labelled && text.trim() !== given?.text.trim() && (
        <p
          {...languageProps(text)}
          className="mt-2.5 max-w-[66ch] font-read text-read break-words whitespace-pre-wrap"
        >
          <span dir="ltr" className="mr-2 font-ui text-xs text-ink-3">
            {strings.decided}
          </span>
          <DiffWords parts={changedWords(given?.text ?? "", text)} />
        </p>
      )}
    </li>
  );
});

function OptionText({ given, thought }: { given: Thought | null; thought: Thought | null }) {
  if (!thought) return <Said>{given ? strings.removed : strings.notAdded}</Said>;
  const isSame = given?.text.trim() === thought.text.trim();
  const sameClauses = given && given.clauses.join() === thought.clauses.join();
  return (
    <>
      {isSame ? (
        <Said>{strings.leftAsGiven}</Said>
      ) : (
        <p {...languageProps(thought.text)} className="font-read text-md break-words whitespace-pre-wrap">
          <DiffWords parts={changedWords(given?.text ?? "", thought.text)} />
        </p>
      )}
      {!sameClauses && <Clauses clauses={thought.clauses} />}
    </>
  );
}

function Said({ children }: { children: string }) {
  return <p className="text-sm text-ink-3">{children}</p>;
}

function Clauses({ clauses }: { clauses: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-1.5">
      {clauses.map((clause) => (
        <Chip key={clause}>{clause}</Chip>
      ))}
    </span>
  );
}
