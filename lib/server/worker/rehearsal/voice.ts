import type { Intent, Label } from "#lib/domain/deliberation/reply.ts";
import { fraction, seedFor } from "#lib/domain/deliberation/seed.ts";

/** A thought that an agent may say; `flaw` is what the refiner will find wrong with it. */
export type Line = { text: string; clauses: string[]; flaw?: { label: Label; why: string } };

/** A good contribution: why it is made, what it says, and which of the opening lines it replaces. */
export type Contribution = { reason: string; line: Line; replaces?: "first" | "last"; addition?: string };

/** Everything that can be said about one prompt, before it is decided who says how much of it. */
export type Material = {
  intents: Intent[];
  /** The initial thoughts; the last draws the conclusion. */
  opening: Line[];
  /** The conclusion as the refiner may put it. */
  shortConclusion: string;
  later: Contribution[];
  flaws: Line[];
  /** Views that agents can go on exchanging, each against the one before, until the rounds are spent. */
  dispute: readonly Contribution[];
  response: string;
  disposition: "comply" | "safe_alternative" | "refuse";
};

/** Chooses among phrasings: the same one for the same prompt, others for other prompts. */
export type Voice = {
  one: <T>(key: string, options: readonly [T, ...T[]]) => T;
  /** True with the given probability. */
  chance: (key: string, probability: number) => boolean;
  shuffled: <T>(key: string, items: readonly T[]) => T[];
};

export function voiceFor(text: string): Voice {
  const seed = seedFor(text);
  return {
    one: (key, options) => options[Math.floor(fraction(seed, key) * options.length)] ?? options[0],
    chance: (key, probability) => fraction(seed, key) < probability,
    shuffled: (key, items) =>
      items
        .map((item, index) => ({ item, at: fraction(seed, key, index) }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item),
  };
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** “clause 5.2” or “the policies”, whichever there is. */
export function named(clauses: readonly string[]): string {
  return clauses[0] ? `clause ${clauses[0]}` : "the spirit of the policies";
}
