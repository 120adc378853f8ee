import type { MappingPart } from "#lib/domain/import/mapping.ts";
import type { ImportStatus } from "#lib/domain/import/view.ts";
import { plural } from "./words.ts";

/** What the pages of imports say. */
export const importPageStrings = {
  title: "Import prompts",
  description:
    "You see what would come of the file before anything is stored. It is stored whole or not at all.",
  drop: "File with prompts",
  dropHint:
    "CSV, TSV, JSONL, JSON or Parquet, plain or packed with gzip. Existing chains of thought can come along.",
  uploading: (file: string) => `Uploading ${file}`,
  uploadFailed: "The upload did not arrive. Check the connection and choose the file again.",
  recent: "Imports",
  columns: { import: "Import", status: "Status", rows: "Rows", stored: "Stored", when: "When" },
  number: (n: number) => `Import ${n}`,
  status: {
    reading: "reading",
    ready: "waits for you",
    storing: "storing",
    done: "done",
    refused: "refused",
    cancelled: "cancelled",
  } satisfies Record<ImportStatus, string>,
  reading: "Reading the file",
  rowsRead: (n: number) => `${plural(n, "row")} read`,
  storing: "Storing",
  refusedTitle: "This file was not imported",
  cancelledTitle: "This import was cancelled",
  nothingStored: "Nothing of it was stored.",
  doneTitle: (prompts: number) => `${plural(prompts, "prompt")} imported`,
  doneRecords: (records: number) =>
    `${plural(records, "chain of thought", "chains of thought")} imported as records to review`,
  toPrompts: "See the prompts",
  toReview: "Review them",
  toRun: "Start a run",
  another: "Import another file",
  counts: { accepted: "To import", duplicates: "Duplicates", faulty: "Cannot be imported" },
  duplicatesHint: "skipped",
  mapping: "Which column is what",
  kind: "What the file holds",
  evaluation: "These are evaluation prompts",
  evaluationHint:
    "Set aside for good: only evaluations of endpoints take them, and nothing of them is ever trained on. Severity “none” marks prompts that should be answered; all others count as harmful.",
  kinds: { prompts: "prompts", cots: "prompts with chains of thought" },
  parts: {
    prompt: "Prompt",
    system: "System text",
    context: "Context",
    category: "Category",
    subcategory: "Subcategory",
    severity: "Severity",
    licence: "Licence",
    dataSet: "Data set",
    thoughts: "Thoughts",
    response: "Response",
  } satisfies Record<MappingPart, string>,
  none: "none",
  fixedValue: (value: string) => `always “${value}”`,
  conversation: "conversation",
  confidence: { sure: "sure", likely: "likely", unsure: "a guess" },
  readAgainFirst: "Read it again first: what is chosen above has not been read yet.",
  apply: "Read again with this mapping",
  preview: "Preview",
  shown: { all: "All rows", faulty: "Cannot be imported", duplicates: "Duplicates" },
  row: (n: number) => `row ${n.toLocaleString("en")}`,
  thoughts: (n: number) => plural(n, "thought"),
  response: "Response",
  noRows: "No row is in this list.",
  confirm: (n: number) => `Import ${plural(n, "row")}`,
  leaveOut: (n: number) =>
    `Leave out ${plural(n, "row that cannot be imported", "rows that cannot be imported")}`,
  cancel: "Cancel import",
  cancelText: "What was read of the file is thrown away. Nothing is stored.",
  facts: (format: string, encoding: string | null, size: string) =>
    [format, encoding, size].filter(Boolean).join(", "),
} as const;
