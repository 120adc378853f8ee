import { z } from "zod";
import { exposureStrings as strings } from "#lib/domain/strings/exposure.ts";
import { ExposureCaps } from "./caps.ts";

/** Bounds on how often a break is suggested, in minutes of reading. */
export const breakMinutes = { min: 5, max: 240 } as const;

const breakFault = strings.breakFault(breakMinutes.min, breakMinutes.max);

/** What one person chooses about what they are given to read. */
export const ExposureChoices = z.object({
  blur: z.boolean(),
  caps: ExposureCaps,
  optedOut: z.array(z.string().min(1).max(200)).max(500),
  breakMinutes: z
    .int(breakFault)
    .min(breakMinutes.min, breakFault)
    .max(breakMinutes.max, breakFault)
    .nullable(),
});

export type ExposureChoices = z.output<typeof ExposureChoices>;
