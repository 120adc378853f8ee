import type { Finding } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** More than this is no step any more. */
const longestThought = 4_000;

/** Thoughts that say nothing (no letter, no digit), and those that are too long to be one step. */
export function badLength({ thoughts }: Subject): Finding[] {
  return thoughts.flatMap(({ id, text }) => {
    const characters = lengthOf(text);
    if (characters <= longestThought && /[\p{L}\p{N}]/u.test(text)) return [];
    return [{ thoughtId: id, detail: { check: "bad_length", characters } }];
  });
}

/** Characters as people count them: pairs of surrogates are one, space at the ends is none. */
function lengthOf(text: string): number {
  const trimmed = text.trim();
  return trimmed.length <= longestThought ? trimmed.length : [...trimmed].length;
}
