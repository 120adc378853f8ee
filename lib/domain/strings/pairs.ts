import type { PairFault } from "#lib/domain/pair/pair.ts";
import type { PairOrigin, PairStatus } from "#lib/domain/pair/view.ts";
import { percent, plural } from "./words.ts";

/** What the list of preference pairs says. */
export const pairStrings = {
  title: "Pairs",
  one: "Pair",
  waiting: (count: number) => (count === 1 ? "1 pair waits for you" : `${count} pairs wait for you`),
  description:
    "Two chains of thought for one prompt, one to prefer: to what a belief run led a model to say, or to what people changed.",
  empty: {
    title: "No pairs yet",
    text: "Belief runs make them, once an admin has allowed such runs for the project. So do edits: what a reviewer changed against what they were given.",
    start: "New run",
  },
  statuses: "Show",
  status: { proposed: "To judge", kept: "Kept", discarded: "Put aside" } satisfies Record<PairStatus, string>,
  noneOf: {
    proposed: "No pair waits to be judged.",
    kept: "No pair was kept.",
    discarded: "No pair was put aside.",
  } satisfies Record<PairStatus, string>,
  columns: { prompt: "Prompt", selected: "Selected", violation: "Probable violation", reason: "Why" },
  scores: (selected: number, rejected: number) => `${percent(selected)} against ${percent(rejected)}`,
  scoresHint:
    "How probable it is that a side breaks a policy, selected against rejected, by the scorer of the run, who did not know which is which.",
  unreviewed: "unreviewed",
  flipped: "flipped",
  origin: {
    belief: "belief run",
    edit: "given and approved",
    round: "earlier round",
  } satisfies Record<PairOrigin, string>,
  fault: {
    small_gap: "The two sides are too close.",
    shares_words: "The rejected side repeats its belief.",
    no_difference: "There is no real difference.",
    both_poor: "Both sides are poor.",
    harmful: "It holds harmful detail.",
    judged_better: "The rejected side was judged better.",
  } satisfies Record<PairFault, string>,
  erased: "Erased",
} as const;

/** What the plot of a belief run says: what the beliefs did to the two sides. */
export const shiftStrings = {
  section: "Selected and rejected",
  title: "Faithfulness to the policies, by side",
  faithfulness: "faithfulness",
  beliefs: "With beliefs",
  control: "Plain samples, best and worst",
  selected: "selected",
  rejected: "rejected",
  side: (method: string, isSelected: boolean) => `${method}: ${isSelected ? "selected" : "rejected"}`,
  summary: (pairs: number, gap: number, control: number | null) =>
    `${plural(pairs, "prompt")}. The sides are ${gap.toFixed(2)} apart on average with beliefs${control === null ? "" : `, ${control.toFixed(2)} without`}. Faithfulness is 1 less the probability of a violation, by the scorer of the run.`,
  /** At the line to which the highest bars reach. */
  prompts: (n: number) => plural(n, "prompt"),
} as const;
