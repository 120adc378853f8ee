import { z } from "zod";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";
import { PromptChoice } from "./prompt-choice.ts";

/** What settles what a run will take: prompts, recipe, and who plays which role. */
export const RunChoice = z.object({
  projectId: z.uuid(),
  recipeVersionId: z.uuid(strings.chooseRecipe),
  prompts: PromptChoice,
  /** Endpoint by role key. */
  roles: z.record(z.string(), z.uuid(strings.chooseEndpoint)),
});

export type RunChoice = z.infer<typeof RunChoice>;

/** What a person asks for when starting a run. Money in micro-dollars. */
export const NewRun = RunChoice.extend({
  /** Number of the run whose answers are compared with, where judges are asked for a preference. */
  against: z.int().positive().nullable().default(null),
  /** Whether what comes of it becomes records to review. */
  opensReviews: z.boolean(),
  capMicros: z.int(strings.capFault).positive(strings.capLow).nullable(),
});

export type NewRun = z.infer<typeof NewRun>;
