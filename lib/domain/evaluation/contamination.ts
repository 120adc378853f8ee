import { z } from "zod";

/** So many words in a row are no coincidence. */
const inARow = 8;
/** A prompt of fewer words is only found where it is the whole of a text. */
const fewestWords = 4;
/** Words that more prompts share, as those made from one template do, name only the first of them. */
const mostHolders = 20;

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
  const runs = new Map<string, number[]>();
  /** Of all runs: most of what stands in a text is told by it to be none, without its key being made. */
  const hashes = new Set<number>();
  const whole = new Map<string, number[]>();
  const sizes = new Map<number, number>();
  for (const { number, text } of prompts) {
    const words = wordsOf(text).map((word) => {
      const known = vocabulary.get(word) ?? vocabulary.size;
      vocabulary.set(word, known);
      return known;
    });
    if (words.length === 0) continue;
    const all = keyOf(words);
    whole.set(all, [...(whole.get(all) ?? []), number].slice(0, mostHolders));
    if (words.length < fewestWords) continue;
    const length = Math.min(inARow, words.length);
    let named = 0;
    for (let from = 0; from + length <= words.length; from++) {
      const run = words.slice(from, from + length);
      const key = keyOf(run);
      const holders = runs.get(key) ?? [];
      if (holders.at(-1) === number || holders.length === mostHolders) continue;
      holders.push(number);
      runs.set(key, holders);
      hashes.add(run.reduce(hashed, 0));
      named++;
    }
    sizes.set(number, named);
  }
  return (parts) => contaminatedParts.flatMap((part) => hitsIn(part, parts[part]));

  function hitsIn(part: ContaminatedPart, text: string): Hit[] {
    const words = wordsOf(text).map((word) => vocabulary.get(word) ?? unknown);
    const found = new Map<number, number>();
    for (const run of new Set(runsIn(words))) {
      for (const number of runs.get(run) ?? []) found.set(number, (found.get(number) ?? 0) + 1);
    }
    const shares = new Map([...found].map(([number, own]) => [number, own / (sizes.get(number) ?? 1)]));
    for (const number of whole.get(keyOf(words)) ?? []) shares.set(number, 1);
    return [...shares].map(([prompt, overlap]) => ({ prompt, part, overlap }));
  }

  /** The keys of what may be a run of a prompt. */
  function* runsIn(words: readonly number[]): Generator<string> {
    for (let from = 0; from < words.length; from++) {
      let hash = 0;
      for (let to = from; to < Math.min(from + inARow, words.length); to++) {
        const word = words[to] ?? unknown;
        if (word === unknown) break;
        hash = hashed(hash, word);
        if (hashes.has(hash)) yield keyOf(words.slice(from, to + 1));
      }
    }
  }
}

/** A word that no prompt has; it ends every run. */
const unknown = -1;

function keyOf(words: readonly number[]): string {
  return words.join(" ");
}

function hashed(hash: number, word: number): number {
  return (Math.imul(hash, 0x01000193) + word + 1) | 0;
}

const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu;

function wordsOf(text: string): string[] {
  return text.normalize("NFKC").toLowerCase().match(word) ?? [];
}
