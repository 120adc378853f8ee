"use client";

import { Segmented } from "#components/ui/segmented.tsx";
import { type Label, labels } from "#lib/domain/deliberation/reply.ts";
import { deliberationStrings } from "#lib/domain/strings/deliberation.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { useRoom } from "./room-context.tsx";
import { useRoomMoves } from "./use-room-moves.ts";

const options = labels.map((value, index) => ({
  value,
  label: deliberationStrings.labels[value],
  tone: value === "sound" ? ("ok" as const) : ("bad" as const),
  shortcut: String(index + 1),
}));

/** The label of a thought as it was given, before any edit. */
export function ThoughtLabels({
  id,
  number,
  label,
}: {
  id: string;
  number: number;
  label: Label | undefined;
}) {
  const { store } = useRoom();
  const { focusOn } = useRoomMoves();
  /** After a click the arrow keys belong to the thoughts again, unless the reader is at another one by now. */
  const takeBack = () => {
    if (store.getState().focused === id) focusOn(id);
  };
  return (
    <div
      onPointerUp={() => requestAnimationFrame(takeBack)}
      className="col-start-2 col-end-[-1] mt-2 flex flex-wrap items-center gap-x-2.5 gap-y-1.5 text-xs text-ink-3"
    >
      <span>{strings.asItStood}</span>
      <Segmented
        label={strings.labelOf(number)}
        options={options}
        value={label ?? null}
        onValueChange={(value) =>
          store.setState(({ draft }) => ({
            draft: { ...draft, labels: { ...draft.labels, [id]: value } },
          }))
        }
        className="max-[90rem]:[&>label]:px-2 max-sm:grid! max-sm:w-full max-sm:grid-cols-2"
      />
    </div>
  );
}
