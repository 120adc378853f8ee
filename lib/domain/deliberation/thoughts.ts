import { z } from "zod";
import { Label } from "./reply.ts";
import { stages } from "./stage.ts";

/** Who wrote, changed or removed something. People stay unnamed here: the revision says who. */
export const Author = z.object({
  kind: z.enum(["agent", "refiner", "import", "person"]),
  /** Role's name. */
  name: z.string().optional(),
  stage: z.enum(stages).optional(),
  round: z.int().positive().optional(),
});

export type Author = z.infer<typeof Author>;

/**
 * One step of a chain of thought, as revisions store it. Ids are derived: `t{seq}.{n}` from turns,
 * `{revision}.{n}` from people and imports. An edit keeps the id; split and merge mint ids with `from`.
 */
export const Thought = z.object({
  id: z.string().min(1),
  text: z.string(),
  /** Numbers as they were cited; they need not exist. */
  clauses: z.array(z.string()),
  /** Who introduced it. */
  author: Author,
  /** Ids of the thoughts that it replaced. */
  from: z.array(z.string()).default([]),
  /** Who changed its text since, and why. */
  edited: z.object({ by: Author, why: z.string() }).optional(),
  /** Nothing is deleted: what is removed says by whom and why, and can be restored. */
  removed: z.object({ by: Author, label: Label.nullable(), why: z.string() }).optional(),
});

export type Thought = z.infer<typeof Thought>;

/** The `thoughts` column of a revision. */
export const Thoughts = z.array(Thought);

/** Whether it is part of what will be released. */
export function isKept(thought: Thought): boolean {
  return thought.removed === undefined;
}
