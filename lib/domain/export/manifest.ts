import { z } from "zod";
import { Contamination } from "#lib/domain/evaluation/contamination.ts";
import { pairOrigins } from "#lib/domain/pair/view.ts";
import { SnapshotFilter } from "./filter.ts";
import { Format } from "./formats.ts";
import { LeftOut } from "./left-out.ts";

const count = z.int().nonnegative();

/** Where the rows of one data set came from, and on what terms. Null: the import did not say. */
const Source = z.object({
  name: z.string().nullable(),
  licence: z.string().nullable(),
  /** Whom to name, where the terms ask for it and the data set is a known one. */
  attribution: z.string().nullable(),
  rows: count,
});

/** One version of all policies under which rows were approved. */
export const PolicySetUse = z.object({
  set: z.int().positive(),
  policies: z.array(z.object({ number: z.int(), title: z.string(), version: z.int() })),
  rows: count,
});

/** Who wrote the rows: an endpoint's model in its roles. */
export const ModelUse = z.object({
  endpoint: z.string(),
  version: z.int().positive(),
  model: z.string(),
  roles: z.array(z.string()),
  synthetic: z.boolean(),
});

export const RecipeUse = z.object({
  name: z.string(),
  version: z.int().positive(),
  kind: z.string(),
  rows: count,
});

/** How the rows came about: all that a reader needs to judge them without asking. */
export const Provenance = z.object({
  policySets: z.array(PolicySetUse),
  recipes: z.array(RecipeUse),
  models: z.array(ModelUse),
  sources: z.array(Source),
  /** Rows by how their rejected side came about; empty where rows have none. */
  pairs: z.array(z.object({ origin: z.enum(pairOrigins), rows: count })).default([]),
  /** Rows whose chain of thought was imported, not deliberated here. */
  importedRows: count,
  /** Rows that a person changed before approval. */
  editedRows: count,
  /** How many people approved rows. Who they are stays in the installation. */
  reviewers: count,
});

export type Provenance = z.infer<typeof Provenance>;

/**
 * What lies beside a file as `FILE.manifest.json`. Read by other programs: fields are added, never renamed.
 * The schema is also the order of the keys.
 */
export const Manifest = z.object({
  manifestVersion: z.literal(1),
  file: z.string(),
  format: Format,
  columns: z.array(z.string()),
  rowId: z.string(),
  /** SHA-256 (hex) and size of the file, not compressed. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: count,
  rows: count,
  project: z.object({ slug: z.string(), name: z.string() }),
  snapshot: z.object({
    number: z.int().positive(),
    name: z.string(),
    frozenAt: z.iso.datetime(),
    items: count,
    itemsHash: z.string(),
    filter: SnapshotFilter,
    leftOut: LeftOut,
  }),
  /** Items whose content was erased after the snapshot was frozen. They have no row. */
  erasedItems: count,
  synthetic: z.object({ any: z.boolean(), rows: count }),
  provenance: Provenance,
  /** Words of evaluation prompts in its items; older manifests were not checked for them. */
  contamination: Contamination.optional(),
  releasedAt: z.iso.datetime(),
});

export type Manifest = z.infer<typeof Manifest>;

/** The text of `FILE.manifest.json`. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(Manifest.parse(manifest), null, 2)}\n`;
}
