import { diffArrays, diffWordsWithSpace } from "diff";
import type { TextPart } from "./diff.ts";

/** A stretch of paragraphs that stayed, or that was written differently. */
export type ParagraphChange = { isSame: boolean; parts: TextPart[] };

/** Compares two texts paragraph by paragraph, and those that differ word by word. */
export function diffParagraphs(before: string, after: string): ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  function flush() {
    if (removed.length + added.length > 0) {
      changes.push({ isSame: false, parts: diffWords(removed.join("\n\n"), added.join("\n\n")) });
    }
    removed = [];
    added = [];
  }
  for (const part of diffArrays(paragraphs(before), paragraphs(after))) {
    if (part.removed) removed.push(...part.value);
    else if (part.added) added.push(...part.value);
    else {
      flush();
      changes.push({ isSame: true, parts: [{ text: part.value.join("\n\n"), change: "same" }] });
    }
  }
  flush();
  return changes;
}

function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

function diffWords(before: string, after: string): TextPart[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    change: added ? "added" : removed ? "removed" : "same",
  }));
}
