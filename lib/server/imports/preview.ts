import type { z } from "zod";
import type { Actor } from "#lib/domain/access/actions.ts";
import type { PreviewPage, PreviewRow, Shown } from "#lib/domain/import/view.ts";
import { importStrings } from "#lib/domain/strings/import.ts";
import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { findImport } from "./find.ts";
import { judged } from "./judged.ts";
import { StagedCandidate, StagedFault } from "./staged.ts";

const pageSize = 50;

type Row = {
  row: number;
  candidate: unknown;
  fault: unknown;
  firstRow: number | null;
  isErased: boolean | null;
  promptNumber: number | null;
  twinRef: string | null;
  isFresh: boolean | null;
};

/**
 * A page of the rows of an import that waits for its decision, with what the mapping made of each and what speaks
 * against it. Empty before reading is done and after the import has ended.
 *
 * @param shown only rows with a fault, only duplicates, or all
 * @param after the row to continue after; 0 for the first page
 * @throws Refused `not_found`, `forbidden`
 */
export async function previewImport(
  actor: Actor,
  projectId: string,
  number: number,
  { shown = "all", after = 0 }: { shown?: Shown; after?: number } = {},
): Promise<PreviewPage> {
  const { id, fileName } = await findImport(actor, "prompts.import", projectId, number);
  const filter = {
    all: Prisma.sql`true`,
    faulty: Prisma.sql`s.fault is not null`,
    duplicates: Prisma.sql`not j.is_fresh`,
  }[shown];
  const found = await db.$queryRaw<Row[]>`with ${judged(id)}
    select s.row, s.candidate, s.fault, j.first_row as "firstRow", j.is_erased as "isErased",
      j.prompt_number as "promptNumber", j.twin_ref as "twinRef", j.is_fresh as "isFresh"
    from staged_rows s left join judged j on j.row = s.row
    where s.import_id = ${id}::uuid and s.row > ${after} and ${filter}
    order by s.row limit ${pageSize + 1}`;
  const rows = found.slice(0, pageSize).map((row) => previewRow(row, fileName));
  return { rows, next: found.length > pageSize ? (rows.at(-1)?.row ?? null) : null };
}

/** The first row that cannot be imported, with its place, as a sentence; null if there is none. */
export async function firstFault(importId: string, fileName: string): Promise<string | null> {
  const [found] = await db.$queryRaw<{ row: number; fault: unknown }[]>`
    select row, fault from staged_rows where import_id = ${importId}::uuid and fault is not null order by row limit 1`;
  return found ? faultSentence(found, fileName) : null;
}

function previewRow(found: Row, fileName: string): PreviewRow {
  const candidate = found.candidate === null ? null : StagedCandidate.parse(found.candidate);
  const revision = candidate?.revision;
  return {
    row: found.row,
    prompt: candidate && promptOf(candidate),
    cot: revision
      ? { thoughts: revision.thoughts.map(({ text }) => text), response: revision.response }
      : null,
    fault: found.fault === null ? null : faultSentence(found, fileName),
    duplicate: found.isFresh === false ? duplicateSentence(found) : null,
  };
}

function promptOf({ messages, severity, source }: z.infer<typeof StagedCandidate>): PreviewRow["prompt"] {
  const { category, subcategory, licence, dataSet } = source;
  return { messages, severity, category, subcategory, licence, dataSet };
}

function faultSentence({ row, fault }: Pick<Row, "row" | "fault">, fileName: string): string {
  const { column, sentence } = StagedFault.parse(fault);
  return importStrings.at(importStrings.place(fileName, row, column), sentence);
}

function duplicateSentence({ row, firstRow, isErased, promptNumber, twinRef }: Row): string {
  if (isErased) return importStrings.duplicateOfErased;
  if (twinRef !== null) return importStrings.duplicateOfRecord(twinRef);
  if (firstRow !== null && firstRow !== row) return importStrings.duplicateOfRow(firstRow);
  return importStrings.duplicateOfPrompt(promptNumber ?? 0);
}
