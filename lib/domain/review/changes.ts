import { diffArrays } from "diff";
import { isKept, type Thought } from "#lib/domain/deliberation/thoughts.ts";
import type { Content } from "#lib/domain/record/content.ts";

/** A run of text that stayed, came or went. */
export type Part = { value: string; added?: boolean; removed?: boolean };

/** What happened to one thought between two revisions. */
export type ThoughtChange = { id: string } & (
  | { kind: "edited"; parts: Part[]; clausesAdded: string[]; clausesRemoved: string[] }
  /** Written in place of these, which were split or merged. */
  | { kind: "reshaped"; from: readonly string[]; text: string; clauses: readonly string[] }
  | { kind: "added" | "removed" | "restored" | "moved"; text: string; clauses: readonly string[] }
);

/** What differs between two revisions; `response` is null where it is the same. */
export type Changes = { thoughts: ThoughtChange[]; response: Part[] | null };

const words = new Intl.Segmenter("en", { granularity: "word" });

/** Texts that differ in more words than this are shown as one replacement: nobody reads such a patchwork. */
const mostDifferences = 2_000;

/** Two texts compared word by word, also in scripts that put no spaces between words. */
export function changedWords(before: string, after: string): Part[] {
  const compared = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostDifferences });
  if (!compared)
    return [
      { value: before, removed: true },
      { value: after, added: true },
    ];
  return joinedOverSpaces(
    compared.map(({ value, added, removed }) => ({
      value: value.join(""),
      ...(added && { added }),
      ...(removed && { removed }),
    })),
  );
}

function wordsOf(text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment);
}

/** Changes with nothing but space between them become one, so that a rewritten phrase reads as a phrase. */
function joinedOverSpaces(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  let gone = "";
  let come = "";
  const flush = () => {
    if (gone !== "") joined.push({ value: gone, removed: true });
    if (come !== "") joined.push({ value: come, added: true });
    gone = come = "";
  };
  parts.forEach((part, index) => {
    if (part.removed) gone += part.value;
    else if (part.added) come += part.value;
    else if (part.value.trim() === "" && gone !== "" && come !== "" && index < parts.length - 1) {
      gone += part.value;
      come += part.value;
    } else {
      flush();
      joined.push(part);
    }
  });
  flush();
  return joined;
}

/** What differs in `after` from `before`, thought by thought in reading order, then the response. */
export function changesBetween(before: Content, after: Content): Changes {
  const earlier = new Map(before.thoughts.map((thought) => [thought.id, thought]));
  const later = new Set(after.thoughts.map(({ id }) => id));
  const gone = before.thoughts.filter((thought) => isKept(thought) && !later.has(thought.id));
  const moved = movedBetween(before, after);
  return {
    thoughts: [
      ...after.thoughts.flatMap((thought) => [
        ...changeOf(earlier.get(thought.id), thought),
        ...(moved.has(thought.id) ? [movedThought(thought)] : []),
      ]),
      ...gone.map(({ id, text, clauses }) => ({ id, kind: "removed" as const, text, clauses })),
    ],
    response: before.response === after.response ? null : changedWords(before.response, after.response),
  };
}

/** Ids of the fewest kept thoughts that must have moved. */
function movedBetween(before: Content, after: Content): Set<string> {
  const [was, is] = [before, after].map(({ thoughts }) => thoughts.filter(isKept).map(({ id }) => id));
  const stayed = new Set(was);
  const come = diffArrays(was ?? [], is ?? []).flatMap(({ added, value }) => (added ? value : []));
  return new Set(come.filter((id) => stayed.has(id)));
}

function movedThought({ id, text, clauses }: Thought): ThoughtChange {
  return { id, kind: "moved", text, clauses };
}

function changeOf(before: Thought | undefined, after: Thought): ThoughtChange[] {
  const { id, text, clauses } = after;
  const was = before !== undefined && isKept(before);
  if (!isKept(after)) return was ? [{ id, kind: "removed", text: before.text, clauses: before.clauses }] : [];
  if (!before && after.from.length > 0) return [{ id, kind: "reshaped", from: after.from, text, clauses }];
  if (!before) return [{ id, kind: "added", text, clauses }];
  if (!was) return [{ id, kind: "restored", text, clauses }];
  const clausesAdded = clauses.filter((clause) => !before.clauses.includes(clause));
  const clausesRemoved = before.clauses.filter((clause) => !clauses.includes(clause));
  if (text === before.text && clausesAdded.length + clausesRemoved.length === 0) return [];
  return [{ id, kind: "edited", parts: changedWords(before.text, text), clausesAdded, clausesRemoved }];
}
