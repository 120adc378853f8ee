import { z } from "zod";

/** So many words in a row are no coincidence. */
const inARow = 8;
/** A prompt of fewer words is only found where it is the whole of a text. */
const fewestWords = 4;

/** An evaluation prompt as it is looked for. */
export type EvaluationText = { number: number; text: string };

/** Where words of an evaluation prompt were found. */
export const contaminatedParts = ["prompt", "thoughts", "response"] as const;
export type ContaminatedPart = (typeof contaminatedParts)[number];

/** An item that holds words of an evaluation prompt. */
const Hit = z.object({
  /** Number of the evaluation prompt. */
  prompt: z.int(),
  part: z.enum(contaminatedParts),
  /** The share of the prompt's runs of words that the item holds: 1 is all of it. */
  overlap: z.number(),
});

export type Hit = z.infer<typeof Hit>;

/** What was looked for in the items of a data set, and every place where it was found. */
export const Contamination = z.object({
  evaluationPrompts: z.int().nonnegative(),
  /** `ref` is of the item's record. */
  hits: z.array(z.object({ ref: z.string(), ...Hit.shape })),
});

export type Contamination = z.infer<typeof Contamination>;

/** Looks for evaluation prompts in a text; holds an index of them, and nothing of the texts. */
export type Detector = (parts: Readonly<Record<ContaminatedPart, string>>) => Hit[];

/**
 * Indexes evaluation prompts by their runs of eight words, or of all words where there are fewer. Case, punctuation,
 * accents' encoding and spacing do not matter; scripts without spaces are read character by character. The time for a
 * text grows with its length, not with the number of prompts.
 */
export function contaminationDetector(prompts: readonly EvaluationText[]): Detector {
  const vocabulary = new Map<string, number>();
  const runs = new Map<string, Set<number>>();
  const whole = new Map<string, number[]>();
  const sizes = new Map<number, number>();
  const lengths = new Set<number>();
  for (const { number, text } of prompts) {
    const words = wordsOf(text).map((word) => {
      const known = vocabulary.get(word) ?? vocabulary.size;
      vocabulary.set(word, known);
      return known;
    });
    if (words.length === 0) continue;
    const all = words.join(" ");
    whole.set(all, [...(whole.get(all) ?? []), number]);
    if (words.length < fewestWords) continue;
    const length = Math.min(inARow, words.length);
    lengths.add(length);
    const own = new Set(runsOf(words, length));
    sizes.set(number, own.size);
    for (const run of own) {
      const holders = runs.get(run) ?? new Set();
      holders.add(number);
      runs.set(run, holders);
    }
  }
  return (parts) => contaminatedParts.flatMap((part) => hitsIn(part, parts[part]));

  function hitsIn(part: ContaminatedPart, text: string): Hit[] {
    // A word that no prompt has ends every run.
    const words = wordsOf(text).map((word) => vocabulary.get(word) ?? -1);
    const found = new Map<number, Set<string>>();
    for (const length of lengths) {
      for (const run of runsOf(words, length)) {
        for (const number of runs.get(run) ?? []) {
          found.set(number, (found.get(number) ?? new Set()).add(run));
        }
      }
    }
    const shares = new Map([...found].map(([number, own]) => [number, own.size / (sizes.get(number) ?? 1)]));
    for (const number of whole.get(words.join(" ")) ?? []) shares.set(number, 1);
    return [...shares].map(([prompt, overlap]) => ({ prompt, part, overlap }));
  }
}

function* runsOf(words: readonly number[], length: number): Generator<string> {
  let known = 0;
  for (const [at, word] of words.entries()) {
    known = word < 0 ? 0 : known + 1;
    if (known >= length) yield words.slice(at + 1 - length, at + 1).join(" ");
  }
}

const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu;

function wordsOf(text: string): string[] {
  return text.normalize("NFKC").toLowerCase().match(word) ?? [];
}
