"use client";

import { Plus } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { useIsReviewing, useReading } from "./room-context.tsx";
import { ThoughtItem } from "./thought-item.tsx";
import { useReshape } from "./use-reshape.ts";

/** The chain of thought: read as it will be released, judged as it was given. */
export function ThoughtList() {
  const isReviewing = useIsReviewing();
  const ids = useReading((reading) => reading.ids);
  const { addAfter } = useReshape();
  return (
    <>
      <ol aria-label={strings.thoughts}>
        {ids.map((id, index) => (
          <ThoughtItem key={id} id={id} number={index + 1} />
        ))}
      </ol>
      {isReviewing && ids.length === 0 && (
        <Button size="sm" variant="quiet" onClick={() => addAfter(null)}>
          <Plus aria-hidden />
          {strings.addFirst}
        </Button>
      )}
    </>
  );
}
