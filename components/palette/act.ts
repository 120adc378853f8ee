import type { KeyName } from "#components/ui/shortcut.tsx";

/** Something that can be done or gone to by name, and by a key where it has one. */
export type Act = {
  name: string;
  /** As people see them, each a combination. */
  keys?: readonly (readonly KeyName[])[];
  run: () => void;
};

/** Acts that belong together, under a name. */
export type ActGroup = { title: string; acts: readonly Act[] };

/** The acts in whose names all words of the query begin a word, or at least stand; the first kind comes first. */
export function findActs(groups: readonly ActGroup[], query: string): ActGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map(({ title, acts }) => ({
      title,
      acts: acts
        .flatMap((act) => {
          const rank = rankOf(act.name.toLowerCase(), words);
          return rank === null ? [] : [{ act, rank }];
        })
        .sort((one, other) => one.rank - other.rank)
        .map(({ act }) => act),
    }))
    .filter(({ acts }) => acts.length > 0);
}

/** How many of the words only stand somewhere inside; null if one of them does not stand at all. */
function rankOf(name: string, words: readonly string[]): number | null {
  if (!words.every((word) => name.includes(word))) return null;
  const starts = name.split(/[^\p{L}\p{N}.]+/u);
  return words.filter((word) => !starts.some((start) => start.startsWith(word))).length;
}
