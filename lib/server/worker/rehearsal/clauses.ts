import type { PolicyInput } from "./inputs.ts";
import type { Topic } from "./topics.ts";
import type { Voice } from "./voice.ts";

/** Duties that a policy may hold, and the words that give them away, the most telling first. */
const duties = {
  meaning: ["most people would mean", "likely meant", "sounds violent", "harmless meaning", "meaning"],
  full: ["answered in full", "complete", "helpful", "answer"],
  part: ["only the part", "help with the rest", "nearest thing", "alternative"],
  decline: ["decline briefly", "decline", "accuse", "refus"],
  unclear: ["aim is unclear", "unclear", "one short question", "clarif"],
  warn: ["warn only", "disclaimers", "moral remarks", "lecture"],
  explain: [
    "explaining, criticising",
    "explain how a deception",
    "explain laws",
    "safety knowledge",
    "explain",
  ],
  urgent: ["in danger at this moment", "emergency"],
} as const;

export type Duty = keyof typeof duties;

/** The clauses of the policies that a request brought along. Whatever they say, only their own numbers are cited. */
export type Clauses = {
  /** Clauses for a topic or a duty, most fitting first, at most one each; none where no policy speaks of it. */
  on: (...subjects: readonly (Topic | Duty)[]) => string[];
  has: (number: string) => boolean;
  /** A number that no policy has. */
  unknown: string;
  all: readonly string[];
};

export function clausesOf(policies: readonly PolicyInput[]): Clauses {
  const entries = policies.flatMap((policy) => Object.entries(policy.clauses ?? {}));
  const all = entries.map(([number]) => number);
  const found = (subject: Topic | Duty) =>
    bestMatch(entries, typeof subject === "string" ? duties[subject] : subject.clauseWords);
  return {
    on: (...subjects) => [...new Set(subjects.map(found).filter((number) => number !== null))],
    has: (number) => all.includes(number),
    unknown: `${Math.max(0, ...policies.map((policy) => policy.number)) + 4}.3`,
    all,
  };
}

/** The policy that speaks of a topic, by its title and purpose; none where none does. */
export function policyOn(topic: Topic | null, policies: readonly PolicyInput[]): number[] {
  const about = policies.map(({ number, title, intro }): [string, string] => [
    `${number}`,
    `${title} ${intro ?? ""}`,
  ]);
  const best = topic && bestMatch(about, topic.clauseWords);
  return best ? [Number(best)] : [];
}

function bestMatch(entries: readonly [string, string][], words: readonly string[]): string | null {
  let best: { number: string; score: number } | null = null;
  for (const [number, text] of entries) {
    const lower = text.toLowerCase();
    const score = words.reduce(
      (sum, word, index) => sum + (lower.includes(word) ? words.length - index : 0),
      0,
    );
    if (score > (best?.score ?? 0)) best = { number, score };
  }
  return best?.number ?? null;
}

/** A clause for a wrong citation: one that no policy has, or one about something else. */
export function strayClause(clauses: Clauses, voice: Voice): { number: string; why: string } {
  const apt = clauses.on("full", "part", "decline");
  const other = voice.shuffled("stray", clauses.all).find((number) => !apt.includes(number));
  return other && voice.chance("stray exists", 0.5)
    ? { number: other, why: `Clause ${other} does not say this.` }
    : { number: clauses.unknown, why: whyUnknown(clauses.unknown) };
}

export function whyUnknown(number: string): string {
  return `Cites ${number}, which no policy has.`;
}
