"use client";

import { cx } from "#components/ui/cx.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import { labelRest } from "#lib/domain/review/assess.ts";
import { deliberationStrings } from "#lib/domain/strings/deliberation.ts";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { type Reading, readingOf } from "./reading.ts";
import { useDeferredDraft, useEdit, useRoom, useRoomState } from "./room-context.tsx";
import { ToolButton } from "./tool-button.tsx";
import { useRoomMoves } from "./use-room-moves.ts";

const { outline: strings, added, removed } = roomStrings;

/** Shorter chains are seen at a glance anyway. */
const longFrom = 10;

/** A long chain at a glance: a mark per thought, how far the labels are, and the way on. */
export function Outline() {
  const { room } = useRoom();
  const draft = useDeferredDraft();
  const edit = useEdit();
  const { nextUnlabelled } = useRoomMoves();
  const reading = readingOf(room, draft);
  const { thoughts, assessment } = reading;
  if (thoughts.length < longFrom) return null;
  const open = assessment.unlabelled.length;
  return (
    <div className="mb-2.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-ink-3">
      <Strip reading={reading} />
      <span className="tabular-nums">
        {open > 0 ? strings.toLabel(open) : strings.none}
        {assessment.flawed.length > 0 && `, ${strings.flawed(assessment.flawed.length)}`}
      </span>
      {open > 0 && (
        <>
          <ToolButton aria-keyshortcuts="u" onClick={nextUnlabelled}>
            {strings.next} <Kbd>u</Kbd>
          </ToolButton>
          <ToolButton
            aria-keyshortcuts="f"
            onClick={() => edit((before, base) => labelRest(before, base, room.rules))}
          >
            {strings.rest} <Kbd>f</Kbd>
          </ToolButton>
        </>
      )}
    </div>
  );
}

/** The marks, as one control: a press goes to the thought under it, arrow keys from one to the next. */
function Strip({ reading }: { reading: Reading }) {
  const { ids } = reading;
  const focused = useRoomState((state) => state.focused);
  const labels = useRoomState((state) => state.draft.labels);
  const { focusOn } = useRoomMoves();
  const { store } = useRoom();
  const place = Math.max(0, ids.indexOf(focused));

  /** Keeps the focus on the strip, so that the next arrow key goes on from here. */
  function show(next: number) {
    const id = ids[Math.max(0, Math.min(ids.length - 1, next))];
    if (!id) return;
    store.setState({ focused: id, tab: "refined" });
    document.querySelector(`[data-focus="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "center" });
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={strings.label}
      aria-valuemin={1}
      aria-valuemax={ids.length}
      aria-valuenow={place + 1}
      aria-valuetext={strings.thought(place + 1, saidOf(reading, ids[place] ?? "", labels))}
      onKeyDown={({ key }) => {
        const next = {
          ArrowRight: place + 1,
          ArrowDown: place + 1,
          ArrowLeft: place - 1,
          ArrowUp: place - 1,
          Home: 0,
          End: ids.length - 1,
        }[key];
        if (next !== undefined) show(next);
        if (key === "Enter") focusOn(focused);
      }}
      onClick={({ clientX, currentTarget }) => {
        const { left, width } = currentTarget.getBoundingClientRect();
        const id = ids[Math.min(ids.length - 1, Math.floor(((clientX - left) / width) * ids.length))];
        if (id) focusOn(id);
      }}
      style={{ flexBasis: `${ids.length}rem` }}
      className="flex h-6 min-w-0 shrink cursor-pointer items-end rounded-sm py-1 pointer-coarse:h-9"
    >
      {ids.map((id) => (
        <span key={id} className="flex h-full min-w-0 flex-1 items-end px-[min(1px,0.1%)]">
          <span
            className={cx(
              "w-full rounded-[1px]",
              markOf(reading, id, labels),
              id === focused && "ring-2 ring-accent",
            )}
          />
        </span>
      ))}
    </div>
  );
}

type Labels = Readonly<Record<string, keyof typeof deliberationStrings.labels>>;

/** Height says as much as colour: flaws stand out, what is to be labelled is low, what is gone is a line. */
function markOf({ byId, assessment }: Reading, id: string, labels: Labels): string {
  const thought = byId.get(id);
  if (thought && !isKept(thought)) return "h-0.5 bg-line-strong";
  const label = labels[id];
  if (label) return label === "sound" ? "h-2/3 bg-ok" : "h-full bg-bad";
  return assessment.unlabelled.includes(id) ? "h-1/3 bg-line-strong" : "h-1/3 bg-accent";
}

function saidOf({ byId, assessment }: Reading, id: string, labels: Labels): string {
  const thought = byId.get(id);
  const label = labels[id];
  const parts = [
    label
      ? deliberationStrings.labels[label]
      : assessment.unlabelled.includes(id)
        ? roomStrings.toLabel
        : id.startsWith("+")
          ? added
          : strings.notAsked,
    thought && !isKept(thought) && removed,
  ];
  return parts.filter(Boolean).join(", ");
}
