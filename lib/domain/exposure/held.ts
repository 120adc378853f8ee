import type { Severity } from "#lib/domain/prompt/prompt.ts";
import { severityRank } from "#lib/domain/prompt/severity.ts";
import { type ExposureCaps, type Level, levels } from "./caps.ts";

/** What one person has had to read in a day, of one level. */
export type Dose = { records: number; seconds: number };

export type DoseByLevel = Record<Level, Dose>;

/** What is not given to a person today: levels of which they have had their share, and what they want none of. */
export type Held = { levels: readonly Level[]; categories: readonly string[] };

/** Why a record is not given to a person. */
export const heldReasons = ["limit", "opted_out"] as const;

export type HeldBecause = (typeof heldReasons)[number];

/** The level that a severity counts as; null for what is harmless. */
export function levelOf(severity: Severity): Level | null {
  return levels[severityRank(severity) - 1] ?? null;
}

/** Levels of which the next record would be above what a person may have in a day. */
export function heldLevels(caps: ExposureCaps, dose: DoseByLevel): Level[] {
  return levels.filter((level) => {
    const { records, minutes } = caps[level];
    return (
      (records !== null && dose[level].records >= records) ||
      (minutes !== null && dose[level].seconds >= minutes * 60)
    );
  });
}

/** Whether, and why, something of this severity and category is not given to a person today. */
export function heldBecause(
  held: Held,
  { severity, category }: { severity: Severity; category: string | null },
): HeldBecause | null {
  if (category !== null && held.categories.includes(category)) return "opted_out";
  const level = levelOf(severity);
  return level !== null && held.levels.includes(level) ? "limit" : null;
}

/** Whether text of this severity is blurred for those who chose that. */
export function isBlurred(severity: Severity): boolean {
  const level = levelOf(severity);
  return level === "medium" || level === "high";
}
