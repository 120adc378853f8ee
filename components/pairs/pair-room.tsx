"use client";

import { Messages } from "#components/prompts/messages.tsx";
import { Severity } from "#components/prompts/severity.tsx";
import { WidePage } from "#components/shell/page-layout.tsx";
import { Button } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Shortcut } from "#components/ui/shortcut.tsx";
import { type PairSide as Side, sideNamed } from "#lib/domain/pair/judge.ts";
import type { PairRoom as Room } from "#lib/domain/pair/room.ts";
import { pairRoomStrings as strings } from "#lib/domain/strings/pair-room.ts";
import { DecisionBar } from "./decision-bar.tsx";
import { PairSide } from "./pair-side.tsx";
import { Revealed } from "./revealed.tsx";
import { type PairActions, usePair } from "./use-pair.ts";
import { usePairKeys } from "./use-pair-keys.ts";

type PairRoomProps = {
  room: Room;
  slug: string;
  /** How many pairs wait for this person, this one among them. */
  left: string;
  /** Id of the pair that the person decided last, where that can be taken back. */
  undoable: string | null;
  actions: PairActions;
};

/** One pair for one person: read, answered blind, then decided. Give it a key that changes with the pair. */
export function PairRoom({ room, slug, left, undoable, actions }: PairRoomProps) {
  const { messages, sides, clauses, reveal } = room;
  const last = reveal?.decision ? room.id : undoable;
  const hand = usePair(slug, room.id, last, actions);
  usePairKeys(hand, reveal);
  const [first, second] = sides;
  const nameOf = (place: "first" | "second"): Side | null => reveal && sideNamed(place, reveal.first);
  return (
    <WidePage>
      <header className="mb-6">
        <p className="mb-2 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-ink-3">
          <Severity level="high" full />
          {room.category && <span>{room.category}</span>}
          {room.synthetic && <Chip variant="dashed">{strings.synthetic}</Chip>}
          <span className="tabular-nums">{left}</span>
        </p>
        <h1 className="sr-only">{strings.title}</h1>
        <Messages messages={messages} />
      </header>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-sm text-ink-2">{reveal ? strings.high : `${strings.blindHint} ${strings.high}`}</p>
        <Button size="sm" aria-pressed={hand.marked} onClick={() => hand.setMarked(!hand.marked)}>
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
          marked={hand.marked}
          named={nameOf("first")}
        />
        <PairSide
          title={strings.sides[1]}
          side={second}
          other={first}
          clauses={clauses}
          marked={hand.marked}
          named={nameOf("second")}
        />
      </div>
      {reveal && <Revealed reveal={reveal} slug={slug} />}
      <p className="mt-4 text-xs text-ink-3 max-lg:hidden">{strings.keys}</p>
      <DecisionBar hand={hand} reveal={reveal} undoable={last !== null} />
    </WidePage>
  );
}
