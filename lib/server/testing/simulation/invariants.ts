import { nextStep } from "#lib/domain/deliberation/engine.ts";
import type { FaultCode } from "#lib/domain/deliberation/fault.ts";
import { gaveThoughts } from "#lib/domain/deliberation/outcome.ts";
import type { RunAtHand } from "#lib/server/worker/runs-at-hand.ts";
import type { Memory, Row } from "./memory.ts";

/** What must hold at every moment: the books balance, the cap holds, and nothing is written late. */
export function violationsNow({ rows, wallets, held, cap }: Memory): string[] {
  const found: string[] = [];
  let counted = 0;
  let spent = 0;
  for (const row of rows.values()) {
    counted += row.counted;
    for (const { costMicros } of row.attempts) spent += costMicros;
    const last = row.attempts.at(-1);
    if (last && last.lateBy !== 0) found.push(`${row.id}: something was appended under an old fence`);
    if (row.turns.some(({ turn }, at) => turn.seq !== at))
      found.push(`${row.id}: turns have a gap or a double`);
  }
  const inWallets = wallets.values().reduce((sum, micros) => sum + micros, 0);
  if (held !== inWallets + counted) found.push(`the budget holds ${held}, not ${inWallets} + ${counted}`);
  if (held > cap) found.push(`${held} is held of a cap of ${cap}`);
  if (spent > held) found.push(`${spent} was spent where ${held} is held`);
  return found;
}

/** What must hold once all has ended. */
export function violationsAtEnd(
  { rows }: Memory,
  run: RunAtHand,
  acknowledged: ReadonlyMap<string, string>,
): string[] {
  const all = [...rows.values()];
  const lost = [...acknowledged].filter(([place, reply]) => {
    const [id = "", seq] = place.split(" ");
    return rows.get(id)?.turns[Number(seq)]?.reply !== reply;
  });
  return [
    ...lost.map(([place]) => `the acknowledged turn at ${place} is not stored as it was`),
    ...all.flatMap((row) => violationsOf(row, run)),
  ];
}

/** Faults that say nothing about the turn. */
const turnedAway: readonly (FaultCode | null)[] = [
  "bad_key",
  "no_quota",
  "no_model",
  "rate_limited",
  "overloaded",
];

function violationsOf(row: Row, { plan }: RunAtHand): string[] {
  const { recipe } = plan;
  const { budgets } = recipe;
  const found: string[] = [];
  if (row.endings !== row.retries + 1) found.push(`${row.endings} outcomes after ${row.retries} retries`);
  const turns = row.turns.map(({ turn }) => turn);
  if (row.outcome && gaveThoughts(row.outcome)) {
    const step = nextStep(plan, turns, []);
    if (step.kind !== "finish" || step.outcome !== row.outcome)
      found.push(`ended as ${row.outcome} too soon`);
  }
  if (recipe.kind === "deliberation") {
    const spoken = turns.filter(({ stage }) => stage === "deliberate").length;
    if (spoken > recipe.rounds * recipe.agents.length) found.push(`${spoken} turns in the rounds`);
  }
  if (recipe.kind === "belief") {
    const tried = turns.filter(({ stage }) => stage === "whisper").length;
    if (tried > recipe.rounds) found.push(`${tried} beliefs were tried`);
  }
  const since = row.attempts.filter(({ at }) => at >= (row.retriedAt ?? 0));
  const tokens = since.map(({ tokensIn, tokensOut }) => (tokensIn ?? 0) + (tokensOut ?? 0));
  const before = tokens.slice(0, -1).reduce((sum, n) => sum + n, 0);
  if (before >= budgets.tokensPerDeliberation) found.push(`a call was made after ${before} tokens`);
  for (const seq of new Set(since.map((attempt) => attempt.seq))) {
    const counted = since.filter((attempt) => attempt.seq === seq && !turnedAway.includes(attempt.fault));
    if (counted.length > budgets.attemptsPerTurn) found.push(`${counted.length} attempts at turn ${seq}`);
  }
  return found.map((what) => `${row.id}: ${what}`);
}
