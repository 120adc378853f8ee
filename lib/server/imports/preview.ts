import type { z } from "zod";
import type { Actor } from "#lib/domain/access/actions.ts";
import type { PreviewPage, PreviewRow, Shown } from "#lib/domain/import/view.ts";
import { importStrings } from "#lib/domain/strings/import.ts";
import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { findImport } from "./find.ts";
import { StagedCandidate, StagedDuplicate, StagedFault } from "./staged.ts";

const pageSize = 50;

type Row = { row: number; candidate: unknown; fault: unknown; duplicate: unknown };

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
    all: {},
    faulty: { fault: { not: Prisma.DbNull } },
    duplicates: { duplicate: { not: Prisma.DbNull } },
  }[shown];
  const found = await db.stagedRow.findMany({
    where: { importId: id, row: { gt: after }, ...filter },
    orderBy: { row: "asc" },
    take: pageSize + 1,
    select: { row: true, candidate: true, fault: true, duplicate: true },
  });
  const rows = found.slice(0, pageSize).map((row) => previewRow(row, fileName));
  return { rows, next: found.length > pageSize ? (rows.at(-1)?.row ?? null) : null };
}

/** The first row that cannot be imported, with its place, as a sentence; null if there is none. */
export async function firstFault(importId: string, fileName: string): Promise<string | null> {
  const found = await db.stagedRow.findFirst({
    where: { importId, fault: { not: Prisma.DbNull } },
    orderBy: { row: "asc" },
    select: { row: true, fault: true },
  });
  return found && faultSentence(found, fileName);
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
    duplicate: found.duplicate === null ? null : duplicateSentence(StagedDuplicate.parse(found.duplicate)),
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

function duplicateSentence(duplicate: z.infer<typeof StagedDuplicate>): string {
  if ("erased" in duplicate) return importStrings.duplicateOfErased;
  if ("record" in duplicate) return importStrings.duplicateOfRecord(duplicate.record);
  return "row" in duplicate
    ? importStrings.duplicateOfRow(duplicate.row)
    : importStrings.duplicateOfPrompt(duplicate.prompt);
}
