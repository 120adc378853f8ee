"use client";

import { Plus } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import { thoughtsAtHand } from "#lib/domain/review/apply-draft.ts";
import { assess } from "#lib/domain/review/assess.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { useIsReviewing, useRoom, useRoomState } from "./room-context.tsx";
import { ThoughtItem } from "./thought-item.tsx";
import { useRoomMoves } from "./use-room-moves.ts";

/** The chain of thought: read as it will be released, judged as it was given. */
export function ThoughtList() {
  const { room } = useRoom();
  const isReviewing = useIsReviewing();
  const draft = useRoomState((state) => state.draft);
  const { addAfter } = useRoomMoves();
  const thoughts = isReviewing ? thoughtsAtHand(draft, room.given) : room.shown.thoughts.filter(isKept);
  const { flawed } = assess(draft, room.given);
  return (
    <>
      <ol aria-label={strings.thoughts}>
        {thoughts.map((thought: Thought, index) => (
          <ThoughtItem
            key={thought.id}
            thought={thought}
            number={index + 1}
            isFirstFlaw={thought.id === flawed[0]}
          />
        ))}
      </ol>
      {isReviewing && thoughts.length === 0 && (
        <Button size="sm" variant="quiet" onClick={() => addAfter(null)}>
          <Plus aria-hidden />
          {strings.addFirst}
        </Button>
      )}
    </>
  );
}
