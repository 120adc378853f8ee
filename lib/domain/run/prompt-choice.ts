import { z } from "zod";
import { outcomes } from "#lib/domain/deliberation/outcome.ts";
import { severities } from "#lib/domain/prompt/prompt.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";

/** How many prompts may be named one by one: as many as fit into an address. */
const mostNumbers = 500;

const limit = z.int().positive(strings.limitFault).nullable();
const number = z
  .int()
  .positive()
  .max(2 ** 31 - 1);

/** Which deliberations of an earlier run: all, those that gave no thoughts, or those with one outcome. */
export const RunPart = z.enum(["all", "failed", ...outcomes]);

export type RunPart = z.infer<typeof RunPart>;

/** Which prompts a run is applied to. Erased ones are always left out. */
export const PromptChoice = z.discriminatedUnion("scope", [
  z.object({ scope: z.literal("all"), limit }),
  /** Those that no record stands for yet. */
  z.object({ scope: z.literal("fresh"), limit }),
  z.object({
    scope: z.literal("filter"),
    search: z.string().nullable(),
    category: z.string().nullable(),
    severity: z.enum(severities).nullable(),
    limit,
  }),
  z.object({ scope: z.literal("numbers"), numbers: z.array(number).min(1).max(mostNumbers), limit }),
  /** Those of an earlier run, by the run's number. */
  z.object({ scope: z.literal("run"), run: number, part: RunPart, limit }),
]);

export type PromptChoice = z.infer<typeof PromptChoice>;
