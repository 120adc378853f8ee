"use client";

import { useId, useState } from "react";
import { ScoreCards } from "#components/grading/score-cards.tsx";
import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import type { Evidence } from "#lib/domain/grading/score.ts";
import type { Grading, RoomRevision } from "#lib/domain/review/view.ts";
import { gradingStrings } from "#lib/domain/strings/grading.ts";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { HistoryHead } from "./history-head.tsx";
import { useRoom } from "./room-context.tsx";
import { ToolButton } from "./tool-button.tsx";

type GradingLineProps = { at: string; grading: Grading; revisions: readonly RoomRevision[] };

/** What judges said of a revision: suggestions, told to those who have said what they think. */
export function GradingLine({ at, grading, revisions }: GradingLineProps) {
  const { policies } = useRoom().room;
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState<Evidence | null>(null);
  const id = useId();
  const { revision: number, judges, unfit, scores } = grading;
  const kept = revisions.find((revision) => revision.number === number)?.thoughts.filter(isKept) ?? [];
  const spoke = [...new Set(scores.map(({ judge }) => judges[judge] ?? judge))];
  return (
    <>
      <HistoryHead at={at} text={gradingStrings.scored(spoke)}>
        {roomStrings.history.revision(number)}
      </HistoryHead>
      <p className="mt-0.5 text-xs text-ink-2">
        {gradingStrings.range(scores.map(({ value }) => value))} · {gradingStrings.suggestion}
      </p>
      <ToolButton
        accent
        className="mt-1 text-xs"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? gradingStrings.hideScores : gradingStrings.showScores}
      </ToolButton>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <ScoreCards
            scores={scores}
            names={judges}
            unfit={unfit}
            clauses={Object.fromEntries(
              policies.flatMap(({ clauses }) => clauses.map((clause) => [clause.number, clause.text])),
            )}
            placeOf={(thoughtId) => kept.findIndex((thought) => thought.id === thoughtId) + 1}
            shown={shown}
            onShow={setShown}
          />
        )}
      </div>
    </>
  );
}
