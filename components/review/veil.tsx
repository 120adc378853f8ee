"use client";

import { Eye } from "lucide-react";
import type { ReactNode } from "react";
import { Severity } from "#components/prompts/severity.tsx";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { exposureStrings } from "#lib/domain/strings/exposure.ts";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { useIsReviewing, useRoom, useRoomState } from "./room-context.tsx";
import { useRoomDecisions } from "./use-room-decisions.ts";

const { veil: strings } = exposureStrings;

/** Text that is blurred, and neither read out nor found, until the reader asks for it. */
export function Veiled({ children }: { children: ReactNode }) {
  const isVeiled = useRoomState((state) => state.veiled);
  return (
    <div
      inert={isVeiled}
      aria-hidden={isVeiled || undefined}
      className={cx(isVeiled ? "max-h-[55dvh] overflow-hidden blur-lg select-none" : "contents")}
    >
      {children}
    </div>
  );
}

/** What stands before it: category and severity, and what the reader can do. */
export function VeilNotice() {
  const { room } = useRoom();
  const isReviewing = useIsReviewing();
  const isVeiled = useRoomState((state) => state.veiled);
  const { reveal, skip } = useRoomDecisions();
  if (!isVeiled) return null;
  const { prompt, record, standing } = room;
  return (
    <section aria-labelledby="veil" className="border-b border-line bg-sunken px-5 py-6 lg:px-7">
      <div className="mb-2.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-ink-3">
        <Severity level={record.severity} full />
        <span>{roomStrings.promptFrom(prompt.dataSet, prompt.category)}</span>
      </div>
      <h1 id="veil" className="text-lg font-medium">
        {strings.title}
      </h1>
      <p className="mt-1 max-w-[60ch] text-sm text-ink-2">
        {standing === "offered" ? strings.claimFirst : strings.text}
      </p>
      {standing !== "offered" && (
        <div className="mt-4 flex flex-wrap gap-2.5">
          <Button variant="primary" aria-keyshortcuts="v" onClick={reveal}>
            <Eye aria-hidden />
            {strings.reveal}
            <Kbd inherit>v</Kbd>
          </Button>
          {isReviewing && (
            <Button aria-keyshortcuts="s" onClick={skip}>
              {strings.skip}
              <Kbd>s</Kbd>
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
