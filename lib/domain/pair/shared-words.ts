/** So many words in a row are no coincidence. */
const inARow = 8;

/**
 * Whether a text says words of a belief again: eight in a row, or the whole belief where it is shorter. Case, punctuation and
 * spacing do not matter.
 */
export function sharesWords(belief: string, text: string): boolean {
  const said = wordsOf(belief);
  const length = Math.min(inARow, said.length);
  if (length === 0) return false;
  const found = runsOf(wordsOf(text), length);
  return [...runsOf(said, length)].some((run) => found.has(run));
}

function runsOf(words: readonly string[], length: number): Set<string> {
  const runs = new Set<string>();
  for (let at = 0; at + length <= words.length; at++) runs.add(words.slice(at, at + length).join(" "));
  return runs;
}

function wordsOf(text: string): string[] {
  const words = new Intl.Segmenter("und", { granularity: "word" });
  return Array.from(words.segment(text.normalize("NFKC").toLowerCase())).flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment] : [],
  );
}
