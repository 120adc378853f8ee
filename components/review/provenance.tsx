"use client";

import { type AgentHue, AgentMark } from "#components/ui/agent-mark.tsx";
import type { Author, Thought } from "#lib/domain/deliberation/thoughts.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { useIsReviewing, useRoom } from "./room-context.tsx";

const hues: readonly AgentHue[] = ["agent-1", "agent-2", "agent-3"];

/** The hue of an agent: by its place in the recipe. Everyone else is neutral. */
export function hueOf(agents: readonly { name: string }[], name: string | undefined): AgentHue {
  const place = agents.findIndex((agent) => agent.name === name);
  return (place < 0 ? undefined : hues[place % hues.length]) ?? "refiner";
}

/** Who brought a thought in, and who reworded it since. */
export function Provenance({ thought, isOwn }: { thought: Thought; isOwn: boolean }) {
  const { room } = useRoom();
  const isReviewing = useIsReviewing();
  const agents = room.deliberation?.recipe.agents ?? [];
  const { author, edited, from } = thought;
  const before = room.given.thoughts.find(({ id }) => id === thought.id);
  const notes = [
    from.length > 0 && strings.from(from.length),
    before?.edited && editor(before.edited.by),
    edited !== before?.edited && (isReviewing ? strings.youEdited : strings.editedByPerson),
  ].filter(Boolean);
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
      {author.kind === "agent" || author.kind === "refiner" ? (
        <AgentMark hue={hueOf(agents, author.name)}>{named(author)}</AgentMark>
      ) : (
        <span>{isOwn ? strings.youAdded : named(author)}</span>
      )}
      {notes.map((note) => (
        <span key={`${note}`}>· {note}</span>
      ))}
    </span>
  );
}

/** “Ada, initial”, “Bo, round 1”, “imported”, “a reviewer”. */
export function named({ kind, name = "", stage, round }: Author): string {
  if (kind === "person") return strings.writtenByPerson;
  if (kind === "import") return strings.imported;
  if (round) return strings.inRound(name, round);
  return stage === "initial" ? strings.initial(name) : name;
}

function editor(by: Author): string {
  return by.kind === "person" ? strings.editedByPerson : strings.rewordedBy(by.name ?? "");
}
