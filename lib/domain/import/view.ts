import type { Message, Severity } from "#lib/domain/prompt/prompt.ts";
import type { Cot } from "./cot.ts";
import type { Guess } from "./guess.ts";
import type { Mapping } from "./mapping.ts";

/** `refused` and `cancelled` left nothing behind; only `ready` can be confirmed or mapped anew. */
export type ImportStatus = "reading" | "ready" | "storing" | "done" | "refused" | "cancelled";

/** A column as its mapping is chosen: the beginnings of a few values, and what it would be read as. */
export type ColumnView = { name: string; samples: string[]; form: Mapping["promptForm"] };

/** An import in a list. Instants in ISO 8601. */
export type ImportRow = {
  number: number;
  kind: Mapping["kind"];
  status: ImportStatus;
  fileName: string;
  /** Rows: while it is read or waits, what would come of it; once it is done, what came. */
  rowsRead: number;
  accepted: number;
  duplicates: number;
  faulty: number;
  createdAt: string;
  finishedAt: string | null;
};

/** A page of imports, newest first; `next` goes into the address of the next page. */
export type ImportPage = { rows: ImportRow[]; next: number | null };

/** One import as its page shows it. */
export type ImportView = ImportRow & {
  format: string | null;
  encoding: string | null;
  fileBytes: number;
  fileSha256: string;
  columns: ColumnView[];
  mapping: Mapping | null;
  reasons: Guess["reasons"];
  /** Why nothing can be imported with this mapping, as a sentence; null if something can. */
  problem: string | null;
  /** The sentence with which the file was refused. */
  refusal: string | null;
  /** How far reading is, 0 to 1; null unless it is being read. */
  progress: number | null;
};

/** Which rows of an import's preview to list. */
export const shownRows = ["all", "faulty", "duplicates"] as const;

export type Shown = (typeof shownRows)[number];

/** One row of a file before it is imported. `fault` and `duplicate` are sentences; either keeps it out. */
export type PreviewRow = {
  row: number;
  prompt: {
    messages: Message[];
    severity: Severity;
    category: string | null;
    subcategory: string | null;
    licence: string | null;
    dataSet: string | null;
  } | null;
  cot: Cot | null;
  fault: string | null;
  duplicate: string | null;
};

/** A page of a preview in order of row; `next` is the row to continue after. */
export type PreviewPage = { rows: PreviewRow[]; next: number | null };
