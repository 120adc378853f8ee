"use client";

import { BreakNotice } from "#components/exposure/break-notice.tsx";
import { SupportLink } from "#components/exposure/support-link.tsx";
import { Veil, VeilNotice } from "#components/exposure/veil.tsx";
import { Severity } from "#components/prompts/severity.tsx";
import { WidePage } from "#components/shell/page-layout.tsx";
import { Synthetic } from "#components/ui/synthetic.tsx";
import type { PairRoom as Room } from "#lib/domain/pair/room.ts";
import { exposureStrings } from "#lib/domain/strings/exposure.ts";
import { pairRoomStrings as strings } from "#lib/domain/strings/pair-room.ts";
import { DecisionBar } from "./decision-bar.tsx";
import { pairActs } from "./pair-acts.ts";
import { PairTexts } from "./pair-texts.tsx";
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
  const { category, exposure, reveal } = room;
  const last = reveal?.decision ? room.id : undoable;
  const hand = usePair({ slug, room, undoable: last, actions });
  const { veiled } = hand;
  usePairKeys(pairActs(hand, reveal, last !== null), hand.busy);
  return (
    <WidePage>
      <BreakNotice breakMinutes={exposure.breakMinutes} />
      <p className="mb-2 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-ink-3">
        {!veiled && <Severity level="high" full />}
        {!veiled && category && <span>{category}</span>}
        {room.synthetic && <Synthetic />}
        <span className="tabular-nums">{left}</span>
      </p>
      {veiled ? (
        <VeilNotice
          severity="high"
          from={category ?? exposureStrings.noCategory}
          text={exposureStrings.veil.text}
          onReveal={hand.reveal}
          onSkip={hand.next}
          className="mb-5 rounded-md border border-line px-5"
        />
      ) : (
        <h1 className="sr-only">{strings.title}</h1>
      )}
      <Veil isVeiled={veiled}>
        <PairTexts room={room} slug={slug} marked={hand.marked} onMark={hand.setMarked} />
      </Veil>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="text-xs text-ink-3 max-lg:hidden">{veiled ? null : strings.keys}</p>
        {exposure.supportUrl && <SupportLink href={exposure.supportUrl} />}
      </div>
      {!veiled && <DecisionBar hand={hand} reveal={reveal} undoable={last !== null} />}
    </WidePage>
  );
}
