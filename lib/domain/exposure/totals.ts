import type { ExposureSum } from "./ledger.ts";

/** Sums are shown of at least so many people, so that they tell of nobody. */
const fewestPeople = 5;

/** A sum over people, as counted. */
export type CountedTotal = ExposureSum & { people: number };

/** The sum of one category and severity, or that it would tell of too few people. */
export type ExposureTotal = Pick<ExposureSum, "category" | "severity"> & {
  sum: { records: number; seconds: number } | null;
};

/**
 * Leaves out every sum over too few people. There is no sum over sums beside them: what was left out could be
 * worked out from it.
 */
export function shownTotals(counted: readonly CountedTotal[]): ExposureTotal[] {
  return counted.map(({ category, severity, people, records, seconds }) => ({
    category,
    severity,
    sum: people >= fewestPeople ? { records, seconds } : null,
  }));
}

/** The weeks that are counted: the last four whole ones in UTC, from a Monday to a Monday, so that no single day shows. */
export function countedWeeks(now: Date): { from: Date; to: Date } {
  const sinceMonday = (now.getUTCDay() + 6) % 7;
  const monday = (weeksAgo: number) =>
    new Date(
      Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - sinceMonday - 7 * weeksAgo),
    );
  return { from: monday(4), to: monday(0) };
}
