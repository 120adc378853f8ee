import { z } from "zod";
import { severities } from "#lib/domain/prompt/prompt.ts";
import type { SnapshotFilter } from "./filter.ts";
import type { Format } from "./formats.ts";
import type { LeftOut } from "./left-out.ts";
import type { RowContent } from "./row.ts";

/** A line of the list of data sets. */
export type SnapshotSummary = {
  number: number;
  name: string;
  items: number;
  synthetic: boolean;
  createdAt: Date;
  /** Formats in which it was released. */
  formats: Format[];
};

/** What freezing now would give. */
export type SnapshotPreview = {
  items: number;
  /** How many of the items are made up by a script. */
  syntheticItems: number;
  leftOut: LeftOut;
  firstRows: RowContent[];
};

/** The newest file of one format. */
export type ReleaseSummary = {
  fileName: string;
  rows: number;
  bytes: number;
  sha256: string;
  createdAt: Date;
};

/** A snapshot as its page shows it. */
export type SnapshotPage = {
  id: string;
  number: number;
  name: string;
  items: number;
  itemsHash: string;
  synthetic: boolean;
  filter: SnapshotFilter;
  leftOut: LeftOut;
  createdAt: Date;
  /** Null: the command line. */
  createdBy: string | null;
  releases: Record<Format, ReleaseSummary | null>;
  /** Items that would not be taken again: what became of them since. */
  since: { stale: number; notApproved: number; erased: number };
  firstRows: RowContent[];
};

const choices = <T extends z.ZodType>(value: T) => z.array(z.object({ value, n: z.int() }));

/** What approved records can be told apart by, and how many there are of each. */
export const FilterChoices = z.object({
  categories: choices(z.string().nullable()),
  severities: choices(z.enum(severities)),
  sources: choices(z.string().nullable()),
  runs: choices(z.int()),
  imports: choices(z.int()),
  synthetic: z.int(),
  approved: z.int(),
});

export type FilterChoices = z.infer<typeof FilterChoices>;
