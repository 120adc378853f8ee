"use client";

import { Dialog } from "#components/ui/dialog.tsx";
import { type KeyName, Shortcut } from "#components/ui/shortcut.tsx";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { useRoom, useRoomState } from "./room-context.tsx";

const { keys: strings } = roomStrings;

const rows: readonly (readonly [keys: readonly (readonly KeyName[])[], meaning: string])[] = [
  [[["mod", "enter"]], strings.submit],
  [[["escape"]], strings.leave],
  [[["up"], ["down"]], strings.thought],
  [[["1"], ["…"], ["6"]], strings.label],
  [[["e"]], strings.edit],
  [[["d"]], strings.change],
  [[["n"]], strings.note],
  [[["c"]], strings.askForChanges],
  [[["r"]], strings.reject],
  [[["g"]], strings.gap],
  [[["s"]], strings.skip],
  [[["left"], ["right"]], strings.record],
  [[["mod", "z"]], strings.undo],
  [[["?"]], strings.sheet],
];

/** All keys of the room. */
export function KeySheet() {
  const { store } = useRoom();
  const isOpen = useRoomState((state) => state.panel === "keys");
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => store.setState({ panel: open ? "keys" : null })}
      title={strings.title}
      description={strings.typing}
    >
      <dl className="divide-y divide-line border-y border-line text-sm">
        {rows.map(([keys, meaning]) => (
          <div key={meaning} className="flex items-center justify-between gap-4 py-1.5">
            <dt>{meaning}</dt>
            <dd className="flex shrink-0 gap-1">
              {keys.map((combination) => (
                <Shortcut key={combination.join("+")} keys={combination} spoken />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
