"use client";

import { cx } from "#components/ui/cx.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { type Dimension, dimensions } from "#lib/domain/grading/dimension.ts";
import { highest, rubric } from "#lib/domain/grading/rubric.ts";
import { unscoredIn } from "#lib/domain/review/missing.ts";
import { gradingStrings } from "#lib/domain/strings/grading.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { useEdit, useIsReviewing, useRoom, useRoomState } from "./room-context.tsx";
import { scoreId } from "./room-store.ts";
import { ToolButton } from "./tool-button.tsx";
import { useRoomMoves } from "./use-room-moves.ts";

const values = Array.from({ length: highest }, (_, index) => String(index + 1));

/** Scores of what was given, where they are asked for: after the labels, in reach of the same keys. */
export function Rubric() {
  const { room } = useRoom();
  const isReviewing = useIsReviewing();
  const open = useRoomState(({ draft }) => unscoredIn(draft, room.rules).length);
  const { nextUnscored } = useRoomMoves();
  if (!isReviewing || !room.rules.asksScores) return null;
  return (
    <section aria-labelledby="scores-name" className="mt-7">
      <div className="mb-1 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-xs text-ink-3 sm:pl-9">
        <h2 id="scores-name" className="font-semibold">
          {strings.scores}
        </h2>
        <span>{strings.scoresHint}</span>
        {open > 0 && (
          <ToolButton aria-keyshortcuts="p" className="ml-auto" onClick={nextUnscored}>
            {strings.nextUnscored} <Kbd>p</Kbd>
          </ToolButton>
        )}
      </div>
      <ul aria-labelledby="scores-name">
        {dimensions.map((dimension) => (
          <Row key={dimension} dimension={dimension} />
        ))}
      </ul>
    </section>
  );
}

/** One dimension; in focus it says what it asks and what the scores mean. */
function Row({ dimension }: { dimension: Dimension }) {
  const { store } = useRoom();
  const id = scoreId(dimension);
  const isFocused = useRoomState((state) => state.focused === id);
  const score = useRoomState((state) => state.draft.scores[dimension]);
  const edit = useEdit();
  const { focusOn } = useRoomMoves();
  const name = gradingStrings.dimension[dimension];
  const { asks, anchors } = rubric[dimension];
  const focus = () => store.setState({ focused: id });
  return (
    <li
      data-focus={id}
      tabIndex={-1}
      aria-current={isFocused || undefined}
      aria-label={`${name}, ${score === undefined ? strings.noScore : `${score} ${gradingStrings.of5}`}`}
      onFocusCapture={focus}
      onPointerDown={focus}
      className={cx(
        "scroll-mt-44 scroll-mb-48 outline-none",
        isFocused
          ? "-mx-3.5 my-1.5 rounded-lg border border-line border-l-3 border-l-accent bg-surface py-3 pr-3.5 pl-[0.6875rem] shadow-card sm:pl-[2.9375rem]"
          : "border-b border-line py-2 sm:pl-9",
      )}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
        <span className="text-sm">{name}</span>
        {/* After a click the digits belong to the dimension again, not to the choice that was clicked. */}
        <div onPointerUp={() => requestAnimationFrame(() => focusOn(id))}>
          <Segmented
            label={strings.scoreOf(name)}
            options={values.map((value) => ({ value, label: value }))}
            value={score === undefined ? null : String(score)}
            onValueChange={(value) =>
              edit((draft) => ({ ...draft, scores: { ...draft.scores, [dimension]: Number(value) } }))
            }
            className="tabular-nums"
          />
        </div>
      </div>
      {isFocused && (
        <div className="mt-1.5 max-w-[66ch] text-xs text-ink-2">
          <p>{asks}</p>
          <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 gap-y-0.5">
            {([1, 3, 5] as const).map((value) => (
              <div key={value} className="col-span-full grid grid-cols-subgrid">
                <dt className="font-semibold tabular-nums">{value}</dt>
                <dd>{anchors[value]}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </li>
  );
}
