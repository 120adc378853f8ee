import { diffWordsWithSpace } from "diff";
import type { ShownSide } from "./room.ts";

/** A run of text, and whether the other side lacks it. */
export type Run = { text: string; isOwn: boolean };

/** A side's thoughts and its response, with what the other side does not say marked word by word. */
export function differences(side: ShownSide, other: ShownSide): { thoughts: Run[][]; response: Run[] } {
  const said = other.thoughts.map(({ text }) => text);
  return {
    thoughts: side.thoughts.map(({ text }, index) =>
      said.includes(text) ? [{ text, isOwn: false }] : runsOf(said[index] ?? "", text),
    ),
    response: runsOf(other.response, side.response),
  };
}

function runsOf(before: string, after: string): Run[] {
  return diffWordsWithSpace(before, after)
    .filter(({ removed }) => !removed)
    .map(({ value, added }) => ({ text: value, isOwn: added }));
}
