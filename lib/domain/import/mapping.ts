import { z } from "zod";
import { importStrings } from "#lib/domain/strings/import.ts";

const Column = z.string().min(1).nullable();

/** From a column, or the same for every row. */
const Field = z
  .union([
    z.strictObject({ column: z.string().min(1) }),
    z.strictObject({ value: z.string().trim().min(1).max(200) }),
  ])
  .nullable();

export type Field = z.infer<typeof Field>;

/** Which column is what; guessed first, then as the person set it. */
export const Mapping = z.object({
  kind: z.enum(["prompts", "cots"]),
  /** Whether the prompts are set aside to evaluate endpoints with. */
  evaluation: z.boolean().default(false),
  /** Null while nobody knows: then nothing can be imported. */
  prompt: Column,
  /** `text`: the cell is one user message. `conversation`: a list of messages, or text with role marks. */
  promptForm: z.enum(["text", "conversation"]),
  /** Set before the conversation as system text. */
  system: Column,
  /** Joined to the prompt's text with a blank line between. */
  context: z.strictObject({ column: z.string().min(1), place: z.enum(["before", "after"]) }).nullable(),
  category: Field,
  subcategory: Field,
  severity: Field,
  licence: Field,
  dataSet: Field,
  /** For `cots`. Without it the thoughts are looked for inside the response. */
  thoughts: Column,
  /** For `cots`. Without it the conversation's last answer is the response. */
  response: Column,
});

export type Mapping = z.infer<typeof Mapping>;

/** The parts of a mapping that name a column or a value. */
export const mappingParts = [
  "prompt",
  "system",
  "context",
  "category",
  "subcategory",
  "severity",
  "licence",
  "dataSet",
  "thoughts",
  "response",
] as const satisfies readonly (keyof Mapping)[];

export type MappingPart = (typeof mappingParts)[number];

/** The column that a part of the mapping reads, if it reads one. */
export function columnOf(mapping: Mapping, part: MappingPart): string | null {
  const chosen = mapping[part];
  if (chosen === null || typeof chosen === "string") return chosen;
  return "column" in chosen ? chosen.column : null;
}

/**
 * The mapping with another prompt column. Parts that read that column until now give it up, and without thoughts or
 * response left there is no chain of thought to import.
 *
 * @param form what the column's values look like
 */
export function withPromptColumn(mapping: Mapping, column: string, form: Mapping["promptForm"]): Mapping {
  const given = mappingParts.filter((part) => columnOf(mapping, part) === column);
  const rest: Mapping = { ...mapping, ...Object.fromEntries(given.map((part) => [part, null])) };
  const hasCot = rest.response !== null || form === "conversation";
  return { ...rest, prompt: column, promptForm: form, kind: hasCot ? rest.kind : "prompts" };
}

/**
 * Why nothing can be imported with this mapping, as a sentence; null if it can.
 *
 * @param columns names of the file's columns
 */
export function mappingProblem(mapping: Mapping, columns: readonly string[], file: string): string | null {
  for (const part of mappingParts) {
    const column = columnOf(mapping, part);
    if (column !== null && !columns.includes(column)) {
      return importStrings.mapping.noSuchColumn(file, column, columns);
    }
  }
  if (mapping.prompt === null) return importStrings.mapping.noPromptColumn(file, columns);
  const noCot = mapping.thoughts === null && mapping.response === null && mapping.promptForm === "text";
  return mapping.kind === "cots" && noCot ? importStrings.mapping.noCotColumn(file) : null;
}
