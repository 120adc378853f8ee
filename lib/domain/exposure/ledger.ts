import type { Severity } from "#lib/domain/prompt/prompt.ts";
import type { ExposureCaps } from "./caps.ts";
import type { ExposureChoices } from "./choices.ts";
import type { DoseByLevel, Held } from "./held.ts";

/** How long a line of the ledger is kept, in days. */
export const keptDays = 90;

/** What somebody had to read: how many records or pairs of one category and severity, and for how long. */
export type ExposureSum = { category: string | null; severity: Severity; records: number; seconds: number };

/** What one person sees of their own exposure, and nobody else. */
export type Ledger = {
  /** Of all projects. */
  dose: DoseByLevel;
  /** What counts here: the lower of the project's and one's own. */
  caps: ExposureCaps;
  projectCaps: ExposureCaps;
  held: Held;
  /** When the next day begins (ISO 8601). */
  nextDay: string;
  /** Of the last 90 days, of all projects; the most time first. */
  sums: ExposureSum[];
  choices: ExposureChoices;
  /** Of this project, and those opted out of. */
  categories: string[];
  supportUrl: string | null;
};

/** When a day of the ledger ends: at midnight in UTC. */
export function dayAfter(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1));
}
