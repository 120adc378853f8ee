"use client";

import { type AgentHue, AgentMark, hueAt } from "#components/ui/agent-mark.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import type { Author, Thought } from "#lib/domain/deliberation/thoughts.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";
import { givenOf } from "./reading.ts";
import { useIsReviewing, useRoom } from "./room-context.tsx";
import { turnNote } from "./turn-note.tsx";

/** The hue of an agent: by its place in the recipe. Everyone else is neutral. */
export function hueOf(agents: readonly { name: string }[], name: string | undefined): AgentHue {
  const place = agents.findIndex((agent) => agent.name === name);
  return place < 0 ? "refiner" : hueAt(place);
}

/** Who brought a thought in, and who reworded it since. */
export function Provenance({ thought, isOwn }: { thought: Thought; isOwn: boolean }) {
  const { room } = useRoom();
  const isReviewing = useIsReviewing();
  const { author, edited, from } = thought;
  const before = givenOf(room, thought.id);
  const notes = [
    from.length > 0 && !isOwn && strings.from(from.length),
    before?.edited && editor(before.edited.by),
    edited !== before?.edited && (isReviewing ? strings.youEdited : strings.editedByPerson),
  ].filter(Boolean);
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
      {author.kind === "agent" || author.kind === "refiner" ? (
        <Origin thought={thought} />
      ) : (
        <span>{isOwn ? madeBy(from) : named(author)}</span>
      )}
      {notes.map((note) => (
        <span key={`${note}`}>· {note}</span>
      ))}
    </span>
  );
}

/** The agent and the round; on hover or focus the turn in short, in full one press away. */
function Origin({ thought }: { thought: Thought }) {
  const { room, store } = useRoom();
  const agents = room.deliberation?.recipe.agents ?? [];
  const mark = <AgentMark hue={hueOf(agents, thought.author.name)}>{named(thought.author)}</AgentMark>;
  const seq = Number(/^t(\d+)\./.exec(thought.id)?.[1]);
  const turn = room.deliberation?.turns.find((one) => one.seq === seq)?.turn;
  if (!turn) return mark;
  const button = (
    <button
      type="button"
      aria-label={strings.turnOf(named(thought.author))}
      onClick={() => {
        store.setState({ tab: "deliberation" });
        requestAnimationFrame(() =>
          document.querySelector(`[data-turn="${seq}"]`)?.scrollIntoView({ block: "start" }),
        );
      }}
      className="rounded-sm underline-offset-3 hover:underline"
    >
      {mark}
    </button>
  );
  const note = turnNote(turn);
  return note ? <Tooltip content={note}>{button}</Tooltip> : button;
}

/** How a thought of the reviewer came about. */
function madeBy(from: readonly string[]): string {
  if (from.length > 1) return strings.youMerged;
  return from.length === 1 ? strings.youSplit : strings.youAdded;
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
