import { z } from "zod";
import { exposureStrings as strings } from "#lib/domain/strings/exposure.ts";

/** What there can be too much of in a day. What nobody rated counts as high. */
export const levels = ["low", "medium", "high"] as const;

export type Level = (typeof levels)[number];

const most = { records: 2_000, minutes: 24 * 60 } as const;

/** A whole number from 0; null sets no limit. */
const limit = (highest: number) =>
  z
    .int(strings.capFault(highest))
    .min(0, strings.capFault(highest))
    .max(highest, strings.capFault(highest))
    .nullable()
    .default(null);

const Cap = z
  .object({ records: limit(most.records), minutes: limit(most.minutes) })
  .default({ records: null, minutes: null });

/** How much one person may be given to read in a day, by level: records, and minutes on screen. */
export const ExposureCaps = z.object({ low: Cap, medium: Cap, high: Cap });

export type ExposureCaps = z.output<typeof ExposureCaps>;

/** The lower of the project's and one's own: nobody raises what the project sets. */
export function capsOf(project: ExposureCaps, own: ExposureCaps): ExposureCaps {
  const both = (level: Level) => ({
    records: lower(project[level].records, own[level].records),
    minutes: lower(project[level].minutes, own[level].minutes),
  });
  return { low: both("low"), medium: both("medium"), high: both("high") };
}

function lower(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
