import { z } from "zod";
import { checksVersion } from "#lib/domain/checks/findings-of.ts";
import { Thoughts } from "#lib/domain/deliberation/thoughts.ts";
import { candidateOf } from "#lib/domain/import/candidate.ts";
import type { SourceRow } from "#lib/domain/import/cells.ts";
import { type Cot, importedThoughts } from "#lib/domain/import/cot.ts";
import type { Mapping } from "#lib/domain/import/mapping.ts";
import { Prompt, promptText } from "#lib/domain/prompt/prompt.ts";
import { contentHash } from "#lib/server/records/content-hash.ts";
import { findingRows } from "#lib/server/records/findings.ts";
import { promptHash } from "./prompt-hash.ts";

/** The `candidate` column of a staged row: everything that the final insert needs of it. */
export const StagedCandidate = Prompt.extend({
  text: z.string(),
  revision: z
    .object({
      thoughts: Thoughts,
      thoughtCount: z.int().nonnegative(),
      response: z.string(),
      /** What the checks noticed, as rows to be. */
      findings: z.array(z.object({ thoughtId: z.string(), check: z.string(), detail: z.json() })),
      checksVersion: z.int(),
    })
    .nullable(),
});

/** The `fault` column of a staged row. */
export const StagedFault = z.object({
  column: z.string().nullable(),
  sentence: z.string(),
  /** Whether no mapping could read it. */
  unreadable: z.boolean(),
});

/** The `duplicate` column of a staged row: what of the same content was there before it. */
export const StagedDuplicate = z.union([
  z.strictObject({ erased: z.literal(true) }),
  z.strictObject({ record: z.string() }),
  z.strictObject({ row: z.int() }),
  z.strictObject({ prompt: z.int() }),
]);

/** What is stored of a row beside its cells, under one mapping. */
export type Staged = {
  row: number;
  candidate: z.infer<typeof StagedCandidate> | null;
  contentHash: string | null;
  fault: z.infer<typeof StagedFault> | null;
};

/** Applies a mapping to a row. */
export function stagedOf(source: SourceRow, mapping: Mapping): Staged {
  const { candidate, fault } = candidateOf(source, mapping);
  const { row } = source;
  if (fault) {
    return {
      row,
      candidate: null,
      contentHash: null,
      fault: { ...fault, unreadable: source.fault !== null },
    };
  }
  const { cot, ...prompt } = candidate;
  const made = cot && revisionOf(cot);
  const hash = promptHash(prompt.messages);
  return {
    row,
    candidate: { ...prompt, text: promptText(prompt.messages), revision: made?.revision ?? null },
    contentHash: made ? `${hash}:${made.contentHash}` : hash,
    fault: null,
  };
}

function revisionOf({ thoughts: texts, response }: Cot) {
  const thoughts = importedThoughts(texts);
  const content = { thoughts, response, disposition: null };
  // Nothing is cited yet, so that no policies are needed to check it.
  const findings = findingRows(content, []);
  return {
    revision: { thoughts, thoughtCount: thoughts.length, response, findings, checksVersion },
    contentHash: contentHash(content),
  };
}
