"use client";

import { Dialog } from "#components/ui/dialog.tsx";
import { type KeyName, Shortcut } from "#components/ui/shortcut.tsx";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { type RoomAct, useRoomActs } from "./room-acts.ts";
import { useIsReviewing, useRoom, useRoomState } from "./room-context.tsx";

const { keys: strings } = roomStrings;

type Row = readonly [keys: readonly (readonly KeyName[])[], meaning: string];

const whileWriting: readonly Row[] = [
  [[["escape"]], strings.leave],
  [[["alt", "enter"]], strings.splitText],
];

/** All keys of the room. */
export function KeySheet() {
  const { store } = useRoom();
  const isOpen = useRoomState((state) => state.panel === "keys");
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => store.setState({ panel: open ? "keys" : null })}
      size="md"
      title={strings.title}
      description={strings.typing}
    >
      <Rows />
    </Dialog>
  );
}

function Rows() {
  const { room } = useRoom();
  const acts = useRoomActs();
  const isReviewing = useIsReviewing();
  const first = acts.filter((act) => act.whileTyping);
  const rest = acts.filter((act) => act.keys && !act.whileTyping && !isLabel(act));
  const rows: Row[] = [
    ...first.map(rowOf),
    ...(isReviewing ? whileWriting : []),
    ...(isReviewing ? [[[["1"], ["…"], ["6"]], strings.labels] as const] : []),
    ...(isReviewing && room.rules.asksScores ? [[[["1"], ["…"], ["5"]], strings.scores] as const] : []),
    ...rest.map(rowOf),
  ];
  return (
    <dl className="gap-x-8 border-t border-line text-sm sm:columns-2">
      {rows.map(([keys, meaning]) => (
        <div
          key={meaning}
          className="flex break-inside-avoid items-center justify-between gap-4 border-b border-line py-1.5"
        >
          <dt>{meaning}</dt>
          <dd className="flex shrink-0 gap-1">
            {keys.map((combination) => (
              <Shortcut key={combination.join("+")} keys={combination} spoken />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function rowOf({ keys = [], name }: RoomAct): Row {
  return [keys, name];
}

function isLabel({ key = "" }: RoomAct): boolean {
  return /^\d$/.test(key);
}
