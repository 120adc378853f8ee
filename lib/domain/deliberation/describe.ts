import { diffArrays } from "diff";

/** How many sentences a new wording of the response added and removed. A changed sentence counts as both. */
export function sentenceChange(before: string, after: string): { added: number; removed: number } {
  const counts = { added: 0, removed: 0 };
  for (const part of diffArrays(sentencesOf(before), sentencesOf(after))) {
    if (part.added) counts.added += part.value.length;
    if (part.removed) counts.removed += part.value.length;
  }
  return counts;
}

/** Splits at sentence ends and line breaks, in any language that marks its sentences. */
function sentencesOf(text: string): string[] {
  const sentences = new Intl.Segmenter("und", { granularity: "sentence" });
  return Array.from(sentences.segment(text), ({ segment }) => segment.trim()).filter(
    (sentence) => sentence !== "",
  );
}
