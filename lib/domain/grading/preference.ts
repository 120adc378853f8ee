import { type Estimate, estimate } from "#lib/domain/agreement/estimate.ts";

/** Which of the two a judge was shown first with this turn: each judge speaks twice, the subject first. */
export function firstIn(seq: number): "subject" | "rival" {
  return seq % 2 === 0 ? "subject" : "rival";
}

/** What one judge said of one pair in one order. */
export type Verdict = {
  prompt: string;
  judge: string;
  /** Whether the run that is compared stood first. */
  otherFirst: boolean;
  winner: "first" | "second" | "tie";
};

/** How often one run was preferred to another, over single orders. */
export type Preference = {
  /** Of the run that is compared. */
  wins: number;
  ties: number;
  losses: number;
  /** Wins and half the ties, as a share; the interval is over prompts. */
  rate: Estimate;
  /** 2·|P(first) − ½|: 0 where the place does not matter, 1 where it decides. */
  positionBias: Estimate;
};

/** How verdicts add up. Each pair is to have been judged in both orders, else the place of one counts as its worth. */
export function preferenceOf(verdicts: readonly Verdict[]): Preference {
  const outcomes = verdicts.map((verdict) => ({ ...verdict, won: pointsOf(verdict) }));
  const byPrompt = Map.groupBy(outcomes, ({ prompt }) => prompt);
  const tables = [...byPrompt.values()].map((said) =>
    Float64Array.of(
      sum(said.map(({ won }) => won)),
      sum(said.map(({ winner }) => (winner === "first" ? 1 : winner === "tie" ? 0.5 : 0))),
      said.length,
    ),
  );
  const figure = (read: (won: number, first: number) => number) =>
    estimate(
      tables,
      ([won = 0, first = 0, n = 0]) => (n === 0 ? null : read(won / n, first / n)),
      verdicts.length,
    );
  const count = (points: number) => outcomes.filter(({ won }) => won === points).length;
  return {
    wins: count(1),
    ties: count(0.5),
    losses: count(0),
    rate: figure((won) => won),
    positionBias: figure((_, first) => 2 * Math.abs(first - 0.5)),
  };
}

function pointsOf({ winner, otherFirst }: Verdict): 0 | 0.5 | 1 {
  if (winner === "tie") return 0.5;
  return (winner === "first") === otherFirst ? 1 : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
