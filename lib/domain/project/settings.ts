import { z } from "zod";
import { settingsStrings } from "#lib/domain/strings/settings.ts";
import { ProjectName } from "./name.ts";

/** How many people may judge each record. */
export const reviewsPerRecord = [1, 2, 3, 4, 5] as const;

/** Bounds on how long a claim holds without a sign of life, in minutes. */
export const claimMinutes = { min: 5, max: 240 } as const;

/** What a lead changes about a project. */
export const ProjectSettings = z.object({
  name: ProjectName,
  reviewsPerRecord: z.coerce
    .number()
    .refine(
      (count) => (reviewsPerRecord as readonly number[]).includes(count),
      settingsStrings.reviewsOutOfRange,
    ),
  claimMinutes: z.coerce
    .number(settingsStrings.minutesOutOfRange(claimMinutes))
    .int(settingsStrings.minutesOutOfRange(claimMinutes))
    .min(claimMinutes.min, settingsStrings.minutesOutOfRange(claimMinutes))
    .max(claimMinutes.max, settingsStrings.minutesOutOfRange(claimMinutes)),
  stopAtFirstFlaw: z.boolean(),
  /** Of a hundred records, how many are scored by their reviewers; the same records for all of them. */
  scoredPercent: z.coerce
    .number(settingsStrings.scoredOutOfRange)
    .int(settingsStrings.scoredOutOfRange)
    .min(0, settingsStrings.scoredOutOfRange)
    .max(100, settingsStrings.scoredOutOfRange),
  /** Whether what judges scored is scored by its reviewers too. */
  scoreGraded: z.boolean(),
  /** Weighted κ with people from which on a judge counts as fit for a dimension. */
  fitKappa: z.coerce
    .number(settingsStrings.fitOutOfRange)
    .min(0, settingsStrings.fitOutOfRange)
    .max(1, settingsStrings.fitOutOfRange),
  /** What all runs together may spend in a calendar month (UTC); null is no cap. */
  monthlyCapMicros: z.int(settingsStrings.capFault).positive(settingsStrings.capLow).nullable(),
});
