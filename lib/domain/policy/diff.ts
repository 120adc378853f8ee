import { diffArrays, diffWordsWithSpace } from "diff";
import type { PolicyText } from "./parse.ts";

/** A stretch of text that is in both versions, only in the new one, or only in the old one. */
export type TextPart = { text: string; change: "same" | "added" | "removed" };

/** What became of one clause between two versions. */
export type ClauseChange = {
  number: string;
  change: "same" | "added" | "removed" | "changed";
  /** Whether it stands elsewhere among the clauses that both versions have. */
  moved: boolean;
  parts: TextPart[];
};

export type PolicyDiff = {
  title: TextPart[];
  intro: TextPart[];
  /** In the order of the new version; a removed clause stands where it stood. */
  clauses: ClauseChange[];
  /** Whether nothing differs at all. */
  isSame: boolean;
};

/** Compares two versions of a policy. Clauses are matched by number, since the number is their identity. */
export function diffPolicies(before: PolicyText, after: PolicyText): PolicyDiff {
  const title = diffText(before.title, after.title);
  const intro = diffText(before.intro, after.intro);
  const clauses = diffClauses(before.clauses, after.clauses);
  const isSame =
    [...title, ...intro].every((part) => part.change === "same") &&
    clauses.every((clause) => clause.change === "same" && !clause.moved);
  return { title, intro, clauses, isSame };
}

function diffClauses(before: PolicyText["clauses"], after: PolicyText["clauses"]): ClauseChange[] {
  const old = new Map(before.map(({ number, text }) => [number, text]));
  const now = new Map(after.map(({ number, text }) => [number, text]));
  const changes: ClauseChange[] = [];
  for (const part of diffArrays([...old.keys()], [...now.keys()])) {
    for (const number of part.value) {
      // A number that the order diff both removes and adds has moved: it is told once, in its new place.
      if (part.removed && now.has(number)) continue;
      changes.push(changeOf(number, old.get(number), now.get(number), part.added));
    }
  }
  return changes;
}

function changeOf(
  number: string,
  before: string | undefined,
  after: string | undefined,
  isAdded: boolean,
): ClauseChange {
  if (before === undefined)
    return { number, change: "added", moved: false, parts: diffText("", after ?? "") };
  if (after === undefined) return { number, change: "removed", moved: false, parts: diffText(before, "") };
  return {
    number,
    change: before === after ? "same" : "changed",
    moved: isAdded,
    parts: diffText(before, after),
  };
}

function diffText(before: string, after: string): TextPart[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    change: added ? "added" : removed ? "removed" : "same",
  }));
}
