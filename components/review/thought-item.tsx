"use client";

import { cx } from "#components/ui/cx.ts";
import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { Provenance } from "./provenance.tsx";
import { givenOf } from "./reading.ts";
import { useIsReviewing, useReading, useRoom, useRoomState } from "./room-context.tsx";
import { ThoughtClauses } from "./thought-clauses.tsx";
import { ThoughtComments } from "./thought-comments.tsx";
import { ThoughtFindings } from "./thought-findings.tsx";
import { ThoughtLabels } from "./thought-labels.tsx";
import { ThoughtMark } from "./thought-mark.tsx";
import { ThoughtText } from "./thought-text.tsx";
import { ThoughtTools } from "./thought-tools.tsx";

/**
 * One thought: a line on the page, and a card with everything that can be done to it while it is in focus. It
 * takes what is its own from the store, so that writing in one thought draws no other.
 */
export function ThoughtItem({ id, number }: { id: string; number: number }) {
  const { room, store } = useRoom();
  const isReviewing = useIsReviewing();
  const isFocused = useRoomState((state) => state.focused === id);
  const label = useRoomState((state) => state.draft.labels[id]);
  const thought = useReading(({ byId }) => byId.get(id));
  const reshaped = useReading(({ assessment: { split, merged } }) =>
    split.includes(id) ? "split" : merged.includes(id) ? "merged" : null,
  );
  if (!thought) return null;
  const given = givenOf(room, id);
  const isOwn = isReviewing && given === undefined;
  const isRemoved = !isKept(thought);
  const isEdited = given !== undefined && thought.edited !== given.edited;
  const focus = () => store.setState({ focused: id });
  return (
    <li
      data-focus={id}
      tabIndex={-1}
      aria-current={isFocused || undefined}
      aria-label={strings.thoughtName(
        number,
        label,
        [
          isEdited && strings.edited,
          isRemoved && (reshaped ? strings[reshaped] : strings.removed),
          isOwn && strings.added,
        ].filter((part) => part !== false),
      )}
      onFocusCapture={focus}
      onPointerDown={focus}
      className={cx(
        "grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2.5 scroll-mt-44 scroll-mb-48 outline-none [content-visibility:auto] [contain-intrinsic-size:auto_7rem] sm:grid-cols-[1.625rem_minmax(0,1fr)_5.75rem]",
        isFocused
          ? "-mx-3.5 my-1.5 rounded-lg border border-line border-l-3 border-l-accent bg-surface py-3 pr-3.5 pl-[0.6875rem] shadow-card"
          : "border-b border-line py-2.75",
      )}
    >
      <span aria-hidden className="pt-1 text-xs font-medium text-ink-3 tabular-nums">
        {number}
      </span>
      <div className="min-w-0">
        <ThoughtText thought={thought} given={given} number={number} isFolded={!!reshaped && !isFocused} />
      </div>
      <div
        className={cx(
          "pt-1 text-xs font-[550] max-sm:col-start-2 max-sm:row-start-3 sm:text-right",
          !isReviewing && "sm:row-span-2",
          // On a phone the label itself says it.
          isFocused && isReviewing && "max-sm:hidden",
        )}
      >
        <ThoughtMark thought={thought} label={label} reshaped={reshaped} />
      </div>
      <div
        className={cx(
          "col-start-2 mt-1.5 flex flex-wrap items-center gap-x-2.5 gap-y-1.5 self-start text-xs text-ink-3",
          isReviewing && "col-end-[-1]",
        )}
      >
        <ThoughtClauses thought={thought} number={number} isFocused={isFocused} />
        <Provenance thought={thought} isOwn={isOwn} />
        <ThoughtComments id={id} />
        <ThoughtTools thought={thought} isEdited={isEdited} isFocused={isFocused} />
      </div>
      <ThoughtFindings id={id} text={(isReviewing ? given : thought)?.text ?? thought.text} />
      {isReviewing && isFocused && given && <ThoughtLabels id={id} number={number} label={label} />}
    </li>
  );
}
