import { z } from "zod";
import { severities } from "#lib/domain/prompt/prompt.ts";
import { itemKinds } from "./formats.ts";

/** Which approved records a snapshot takes. An empty list asks for nothing in particular: all pass. */
export const SnapshotFilter = z.object({
  /** Pairs are asked for by the prompt and the record of their selected side. */
  items: z.enum(itemKinds).default("revision"),
  /** Null stands for prompts without a category. */
  categories: z.array(z.string().nullable()).default([]),
  severities: z.array(z.enum(severities)).default([]),
  /** Names of data sets; null stands for prompts without one. */
  sources: z.array(z.string().nullable()).default([]),
  /** Numbers of runs and of imports that gave the records. With both lists filled, either is enough. */
  runs: z.array(z.int().positive()).default([]),
  imports: z.array(z.int().positive()).default([]),
  synthetic: z.enum(["include", "exclude", "only"]).default("include"),
});

export type SnapshotFilter = z.infer<typeof SnapshotFilter>;

/** Takes all that is approved. */
export const everything: SnapshotFilter = SnapshotFilter.parse({});
