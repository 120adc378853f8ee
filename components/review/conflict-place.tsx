"use client";

import { DiffWords } from "#components/ui/diff-words.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import { dimensions } from "#lib/domain/grading/dimension.ts";
import { applyDraft } from "#lib/domain/review/apply-draft.ts";
import { changedWords } from "#lib/domain/review/changes.ts";
import type { ReviewDraft } from "#lib/domain/review/draft.ts";
import type { Comparison, Place, Side } from "#lib/domain/review/merge-drafts.ts";
import { deliberationStrings } from "#lib/domain/strings/deliberation.ts";
import { gradingStrings } from "#lib/domain/strings/grading.ts";
import { reviewStrings } from "#lib/domain/strings/review.ts";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { useRoom } from "./room-context.tsx";

const { conflict: strings } = roomStrings;

type ConflictPlaceProps = {
  place: Place;
  comparison: Comparison;
  chosen: Side;
  onChoose: (side: Side) => void;
};

/** One place in which two versions differ: what each says, and which one to take. */
export function ConflictPlace({ place, comparison, chosen, onChoose }: ConflictPlaceProps) {
  const name = useNameOf(place);
  const version = (side: Side, title: string) => ({
    value: side,
    label: (
      <>
        <span className="text-xs font-medium text-ink-2">{title}</span>
        <span dir="auto" className="mt-0.5 block font-read text-read break-words whitespace-pre-wrap">
          <Said place={place} draft={comparison[side]} />
        </span>
      </>
    ),
  });
  return (
    <section className="min-w-0">
      <h3 className="mb-1.5 border-b border-line pb-1 text-sm font-semibold">{name}</h3>
      <RadioGroup
        label={name}
        options={[version("mine", strings.here), version("stored", strings.there)]}
        value={chosen}
        onValueChange={onChoose}
        className="gap-x-5 sm:grid-cols-2"
      />
    </section>
  );
}

function Said({ place: { kind, ids }, draft }: { place: Place; draft: ReviewDraft }) {
  const { given } = useRoom().room;
  switch (kind) {
    case "thought": {
      const thoughts = applyDraft(draft, given, null).thoughts.filter(({ id }) => ids.includes(id));
      if (thoughts.length === 0) return <Nothing>{strings.notThere}</Nothing>;
      return thoughts.map((thought) => <SaidThought key={thought.id} thought={thought} />);
    }
    case "label": {
      const label = draft.labels[ids[0] ?? ""];
      return label ? deliberationStrings.labels[label] : <Nothing>{strings.noLabel}</Nothing>;
    }
    case "score": {
      const [score] = dimensions.filter((one) => ids.includes(one)).map((one) => draft.scores[one]);
      return score ?? <Nothing>{strings.noScore}</Nothing>;
    }
    case "order": {
      const places = given.thoughts.filter(isKept).map(({ id }) => id);
      const order = applyDraft(draft, given, null).thoughts.filter(isKept);
      return order.map(({ id }) => (places.includes(id) ? places.indexOf(id) + 1 : "+")).join(", ");
    }
    case "response": {
      const { response, disposition } = applyDraft(draft, given, null);
      return (
        <>
          <DiffWords parts={changedWords(given.response, response)} />
          {disposition && <Aside>{roomStrings.dispositions[disposition]}</Aside>}
        </>
      );
    }
    case "note":
      return draft.note === "" ? (
        <Nothing>{strings.noNote}</Nothing>
      ) : (
        <>
          {draft.note}
          {draft.noteKind !== "remark" && <Aside>{reviewStrings.noteKinds[draft.noteKind]}</Aside>}
        </>
      );
    case "answers":
      return answersOf(draft).join(" · ") || <Nothing>{strings.noAnswers}</Nothing>;
  }
}

function SaidThought({ thought }: { thought: Thought }) {
  const { given } = useRoom().room;
  const before = given.thoughts.find(({ id }) => id === thought.id);
  const clauses = thought.clauses.join(", ");
  return (
    <span className="mt-2 block first:mt-0">
      <DiffWords
        parts={
          isKept(thought)
            ? changedWords(before?.text.trim() ?? "", thought.text)
            : [{ value: thought.text, removed: true }]
        }
      />
      {isKept(thought) && before?.clauses.join(", ") !== clauses && (
        <Aside>{clauses === "" ? roomStrings.citesNone : strings.cites(thought.clauses)}</Aside>
      )}
    </span>
  );
}

function Nothing({ children }: { children: React.ReactNode }) {
  return <span className="font-ui text-sm text-ink-3">{children}</span>;
}

function Aside({ children }: { children: React.ReactNode }) {
  return <span className="mt-1 block font-ui text-xs text-ink-3">{children}</span>;
}

function answersOf({ reasoning, responseVerdict, decision }: ReviewDraft): string[] {
  const { reasoning: asked, response } = reviewStrings;
  return [
    ...(reasoning ? [`${asked.question}: ${asked.answers[reasoning]}`] : []),
    ...(responseVerdict ? [`${response.question}: ${response.answers[responseVerdict]}`] : []),
    ...(decision ? [reviewStrings.decisions[decision]] : []),
  ];
}

/** Thoughts go by the places in which they were given. */
function useNameOf({ kind, ids }: Place): string {
  const { given } = useRoom().room;
  if (kind === "score") {
    return roomStrings.scoreOf(
      dimensions
        .filter((one) => ids.includes(one))
        .map((one) => gradingStrings.dimension[one])
        .join(),
    );
  }
  if (kind !== "thought" && kind !== "label") return strings.places[kind];
  const numbers = given.thoughts
    .filter(isKept)
    .flatMap(({ id }, index) => (ids.includes(id) ? [index + 1] : []));
  if (numbers.length === 0) {
    return given.thoughts.some(({ id }) => ids.includes(id)) ? strings.removedBefore : strings.added;
  }
  return kind === "label" ? strings.labelOf(numbers) : strings.thoughts(numbers);
}
