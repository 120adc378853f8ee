import { csv } from "#lib/domain/insights/csv.ts";

/** How faithful answers are to the policies, in tenths from the least: what a violation is improbable by, by the scorer. */
export const bins = 10;

/** How many answers of each side stand in each tenth, and by how much the sides differ on average. */
export type Spread = { selected: readonly number[]; rejected: readonly number[]; gap: number };

/** What a belief run did to the two sides of its pairs, beside plain samples of the same model on the same prompts. */
export type Shift = {
  pairs: number;
  beliefs: Spread;
  /** Null where the recipe asks for no samples. */
  control: Spread | null;
};

/** One prompt of a belief run: probabilities of a violation. */
export type ShiftRow = {
  prompt: number;
  selected: number;
  rejected: number;
  best: number | null;
  worst: number | null;
  status: string;
  fault: string | null;
};

/** The numbers behind the plot, one prompt a line, as faithfulness (RFC 4180). */
export function shiftCsv(rows: readonly ShiftRow[]): string {
  const head = ["prompt", "selected", "rejected", "best_sample", "worst_sample", "status", "fault"];
  const faithful = (probability: number | null) =>
    probability === null ? "" : String(Number((1 - probability).toFixed(6)));
  return csv([
    head,
    ...rows.map(({ prompt, selected, rejected, best, worst, status, fault }) => [
      String(prompt),
      faithful(selected),
      faithful(rejected),
      faithful(best),
      faithful(worst),
      status,
      fault ?? "",
    ]),
  ]);
}

/** From which to which faithfulness a tenth goes: `0.8–0.9`. */
export function binName(bin: number): string {
  return `${(bin / bins).toFixed(1)}–${((bin + 1) / bins).toFixed(1)}`;
}
