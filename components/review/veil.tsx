"use client";

import type { ReactNode } from "react";
import { VeilNotice as Notice, Veil } from "#components/exposure/veil.tsx";
import { exposureStrings } from "#lib/domain/strings/exposure.ts";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { useIsReviewing, useRoom, useRoomState } from "./room-context.tsx";
import { useRoomDecisions } from "./use-room-decisions.ts";

const { veil: strings } = exposureStrings;

/** A part of the room that is blurred until the reader asks for it. */
export function Veiled({ children }: { children: ReactNode }) {
  return <Veil isVeiled={useRoomState((state) => state.veiled)}>{children}</Veil>;
}

/** What stands before the blurred room. What can be claimed is not revealed before it is. */
export function VeilNotice() {
  const { room } = useRoom();
  const isReviewing = useIsReviewing();
  const isVeiled = useRoomState((state) => state.veiled);
  const { reveal, skip } = useRoomDecisions();
  if (!isVeiled) return null;
  const { prompt, record, standing } = room;
  const isOffered = standing === "offered";
  return (
    <Notice
      severity={record.severity}
      from={roomStrings.promptFrom(prompt.dataSet, prompt.category)}
      text={isOffered ? strings.claimFirst : strings.text}
      onReveal={isOffered ? null : reveal}
      onSkip={isReviewing ? skip : null}
      className="border-b border-line px-5 lg:px-7"
    />
  );
}
