import { z } from "zod";

/** What a person asks for when starting a run. Money in micro-dollars. */
export const NewRun = z.object({
  projectId: z.uuid(),
  recipeVersionId: z.uuid("Choose a recipe."),
  prompts: z.object({
    /** `fresh` are prompts that no record stands for yet. */
    scope: z.enum(["all", "fresh", "category"]),
    category: z.string().nullable(),
    limit: z.int().positive("The limit is a whole number above 0.").nullable(),
  }),
  /** Endpoint by role key. */
  roles: z.record(z.string(), z.uuid("Choose an endpoint.")),
  capMicros: z
    .int("The cap is an amount in dollars, such as 2.50.")
    .positive("The cap is above 0.")
    .nullable(),
});

export type NewRun = z.infer<typeof NewRun>;
