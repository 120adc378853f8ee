import { z } from "zod";
import { exposureStrings as strings } from "#lib/domain/strings/exposure.ts";
import { ExposureCaps } from "./caps.ts";

/** What a lead sets for everybody who reads in a project. */
export const ExposureSettings = z.object({
  caps: ExposureCaps,
  /** Where people find support: a page, or an address to write to. */
  supportUrl: z
    .url({ protocol: /^(https?|mailto)$/, error: strings.settings.supportFault })
    .max(500, strings.settings.supportFault)
    .nullable(),
});

export type ExposureSettings = z.output<typeof ExposureSettings>;
