import { z } from "zod";
import type { Actor } from "#lib/domain/access/actions.ts";
import type { Guess } from "#lib/domain/import/guess.ts";
import { Mapping, mappingProblem } from "#lib/domain/import/mapping.ts";
import type { ColumnView, ImportPage, ImportRow, ImportView } from "#lib/domain/import/view.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { findImport } from "./find.ts";
import { settleInterrupted } from "./sweep.ts";

const pageSize = 25;

/** The `columns` column of an import. */
export const Columns = z.array(
  z.object({ name: z.string(), samples: z.array(z.string()), form: z.enum(["text", "conversation"]) }),
) satisfies z.ZodType<ColumnView[]>;

const Reasons = z.object({
  reasons: z.record(
    z.string(),
    z.object({ confidence: z.enum(["sure", "likely", "unsure"]), reason: z.string() }),
  ),
});

/**
 * One import as its page shows it, also while it is being read: cheap enough to be asked every second.
 *
 * @param actor needs `prompts.import`: a preview shows prompts before anyone has decided that they belong here
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadImport(actor: Actor, projectId: string, number: number): Promise<ImportView> {
  await settleInterrupted();
  const found = await findImport(actor, "prompts.import", projectId, number);
  const columns = found.columns === null ? [] : Columns.parse(found.columns);
  const mapping = found.mapping === null ? null : Mapping.parse(found.mapping);
  const names = columns.map(({ name }) => name);
  return {
    ...importRow(found),
    format: found.format,
    encoding: found.encoding,
    fileBytes: Number(found.fileBytes ?? 0),
    fileSha256: found.fileSha256 ?? "",
    columns,
    mapping,
    reasons: found.guess === null ? {} : (Reasons.parse(found.guess).reasons as Guess["reasons"]),
    problem: found.status === "ready" && mapping ? mappingProblem(mapping, names, found.fileName) : null,
    refusal: found.refusal,
    progress: found.status === "reading" ? progressOf(found) : null,
  };
}

/**
 * A page of the project's imports, newest first.
 *
 * @param before number of the last import of the page before; null for the first page
 * @throws Refused `not_found`, `forbidden`
 */
export async function listImports(
  actor: Actor,
  projectId: string,
  before: number | null = null,
): Promise<ImportPage> {
  await authorize(actor, "prompts.import", { projectId });
  await settleInterrupted();
  const found = await db.import.findMany({
    where: { projectId, ...(before !== null && { number: { lt: before } }) },
    orderBy: { number: "desc" },
    take: pageSize + 1,
    omit: { columns: true, guess: true, mapping: true },
  });
  const rows = found.slice(0, pageSize).map(importRow);
  return { rows, next: found.length > pageSize ? (rows.at(-1)?.number ?? null) : null };
}

type Facts = Omit<Prisma.ImportGetPayload<object>, "columns" | "guess" | "mapping">;

function importRow(found: Facts): ImportRow {
  const { number, kind, status, fileName, rowsRead, accepted, duplicates, faulty, createdAt, finishedAt } =
    found;
  return {
    number,
    kind,
    status,
    fileName,
    rowsRead,
    accepted,
    duplicates,
    faulty,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

/** First the file is read, by its bytes; under another mapping its rows are read again. */
function progressOf({ bytesRead, fileBytes, accepted, faulty, rowsRead }: Facts): number {
  if (fileBytes !== null && bytesRead < fileBytes) return Number(bytesRead) / Number(fileBytes);
  return rowsRead === 0 ? 1 : (accepted + faulty) / rowsRead;
}
