import type { Turn } from "#lib/domain/deliberation/turn.ts";
import { roomStrings as strings } from "#lib/domain/strings/review-room.ts";

/** So many thoughts of a turn are told; the tab with the deliberation has all. */
const told = 3;

/** A turn in short: why it was taken, and what thoughts came with it. Null where that says nothing. */
export function turnNote(turn: Turn) {
  const reason = turn.stage === "deliberate" ? turn.reply.reason : "";
  const thoughts =
    turn.stage === "deliberate"
      ? turn.reply.newThoughts
      : turn.stage === "initial" || turn.stage === "baseline"
        ? turn.reply.thoughts
        : [];
  if (reason === "" && thoughts.length === 0) return null;
  return (
    <>
      {reason !== "" && <span className="block font-medium">{reason}</span>}
      {thoughts.slice(0, told).map(({ text }) => (
        <span key={text} className="mt-1 block line-clamp-3 first:mt-0">
          + {text}
        </span>
      ))}
      {thoughts.length > told && (
        <span className="mt-1 block">{strings.moreThoughts(thoughts.length - told)}</span>
      )}
    </>
  );
}
