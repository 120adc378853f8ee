"use client";

import { languageProps } from "#components/ui/language-props.ts";
import { Section } from "#components/ui/section.tsx";
import { isKept } from "#lib/domain/deliberation/thoughts.ts";
import { restoreThought } from "#lib/domain/review/edit-draft.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { named } from "./provenance.tsx";
import { useEdit, useIsReviewing, useRoom, useRoomState } from "./room-context.tsx";
import { ToolButton } from "./tool-button.tsx";
import { useRoomMoves } from "./use-room-moves.ts";

/** What was removed before the record came here, with the label and why. Nothing of it is gone. */
export function RemovedThoughts() {
  const { room } = useRoom();
  const isReviewing = useIsReviewing();
  const restored = useRoomState((state) => state.draft.restored);
  const edit = useEdit();
  const { focusOn } = useRoomMoves();
  const content = isReviewing ? room.given : room.shown;
  const gone = content.thoughts.filter((thought) => !isKept(thought) && !restored.includes(thought.id));
  if (gone.length === 0) return null;
  return (
    <Section title={strings.removedBefore} className="mb-6">
      <ul className="border-b border-line">
        {gone.map((thought) => (
          <li key={thought.id} className="border-t border-line py-2 text-xs text-ink-2">
            <p {...languageProps(thought.text)} className="font-read text-md text-ink-3">
              {thought.text}
            </p>
            <p className="mt-0.5">
              {strings.because(
                thought.removed?.label ?? null,
                named(thought.author),
                thought.removed?.why ?? "",
              )}
            </p>
            {isReviewing && (
              <ToolButton
                accent
                onClick={() => {
                  edit((draft, base) => restoreThought(draft, base, thought.id));
                  focusOn(thought.id);
                }}
              >
                {strings.restore}
              </ToolButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
