"use client";

import { Check } from "lucide-react";
import type { Label } from "#lib/domain/deliberation/reply.ts";
import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import { deliberationStrings } from "#lib/domain/strings/deliberation.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { useIsReviewing, useReading, useRoom } from "./room-context.tsx";

type ThoughtMarkProps = {
  thought: Thought;
  label: Label | undefined;
  /** What became of it, where others stand in its place. */
  reshaped: "split" | "merged" | null;
};

/** What was said of a thought so far, at the edge where the eye runs down. */
export function ThoughtMark({ thought, label, reshaped }: ThoughtMarkProps) {
  const isReviewing = useIsReviewing();
  const isFirstFlaw = useReading(({ assessment }) => assessment.flawed[0] === thought.id);
  const isAsked = useReading(({ assessment }) => assessment.unlabelled.includes(thought.id));
  if (!isReviewing) return <GivenLabels id={thought.id} />;
  return (
    <>
      {!isKept(thought) && <p className="text-ink-3">{reshaped ? strings[reshaped] : strings.removed}</p>}
      {label === "sound" && (
        <p className="inline-flex items-center gap-1 text-ok">
          <Check aria-hidden className="size-3.5" strokeWidth={2.5} />
          {strings.sound}
        </p>
      )}
      {label && label !== "sound" && <p className="text-bad">{deliberationStrings.labels[label]}</p>}
      {isFirstFlaw && <p className="font-normal text-ink-3">{strings.firstFlaw}</p>}
      {isAsked && <p className="font-normal text-ink-3">{strings.toLabel}</p>}
    </>
  );
}

/** What reviewers said of it, as far as it may be seen. */
function GivenLabels({ id }: { id: string }) {
  const { room } = useRoom();
  const said = room.history.flatMap((line) => {
    const label = line.kind === "review" ? line.review.labels[id] : undefined;
    return line.kind === "review" && label
      ? [{ label, by: line.review.mine ? strings.history.you : line.review.by }]
      : [];
  });
  // Who says the same in a second round says it once here; the history tells of both.
  const each = new Map(said.map((one) => [`${one.label} ${one.by}`, one]));
  return [...each].map(([key, { label, by }]) => (
    <p key={key} className={label === "sound" ? "text-ok" : "text-bad"}>
      {deliberationStrings.labels[label]}
      <span className="ml-1.5 font-normal text-ink-3 sm:ml-0 sm:block">{by}</span>
    </p>
  ));
}
