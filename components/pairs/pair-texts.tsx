"use client";

import { Messages } from "#components/prompts/messages.tsx";
import { Button } from "#components/ui/button.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { type PairSide as Side, sideNamed } from "#lib/domain/pair/judge.ts";
import type { PairRoom } from "#lib/domain/pair/room.ts";
import { pairRoomStrings as strings } from "#lib/domain/strings/pair-room.ts";
import { PairSide } from "./pair-side.tsx";
import { Revealed } from "./revealed.tsx";

type PairTextsProps = {
  room: PairRoom;
  slug: string;
  /** Whether what one side alone says is marked. */
  marked: boolean;
  onMark: (marked: boolean) => void;
};

/** All of a pair that is read: the prompt, both sides, and what is said of them after the answer. */
export function PairTexts({ room, slug, marked, onMark }: PairTextsProps) {
  const { messages, sides, clauses, reveal } = room;
  const [first, second] = sides;
  const nameOf = (place: "first" | "second"): Side | null => reveal && sideNamed(place, reveal.first);
  return (
    <>
      <div className="mb-6">
        <Messages messages={messages} />
      </div>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-sm text-ink-2">{reveal ? strings.high : `${strings.blindHint} ${strings.high}`}</p>
        <Button size="sm" aria-pressed={marked} onClick={() => onMark(!marked)}>
          {strings.differences}
          <Shortcut keys={["d"]} />
        </Button>
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <PairSide
          title={strings.sides[0]}
          side={first}
          other={second}
          clauses={clauses}
          marked={marked}
          named={nameOf("first")}
        />
        <PairSide
          title={strings.sides[1]}
          side={second}
          other={first}
          clauses={clauses}
          marked={marked}
          named={nameOf("second")}
        />
      </div>
      {reveal && <Revealed reveal={reveal} slug={slug} />}
    </>
  );
}
