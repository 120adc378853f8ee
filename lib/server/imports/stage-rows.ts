import type { Cells } from "#lib/domain/import/cells.ts";
import { pool } from "#lib/server/database/client.ts";
import type { Staged } from "./staged.ts";

/** How many rows are written in one statement. */
export const batchSize = 1_000;

/** Thrown where an import is no longer being read: cancelled by someone, or taken for dead. */
export class ReadingStopped extends Error {}

/** How far the reader is. */
export type Position = { bytesRead: number };

const progress = `update imports set
    rows_read = rows_read + $2, bytes_read = greatest(bytes_read, $3), accepted = accepted + $4, faulty = faulty + $5,
    beat_at = now()
  where id = $1 and status = 'reading' returning id`;

/**
 * Writes rows of a file, with the progress they make, in one statement.
 *
 * @throws ReadingStopped where the import is not being read any more: then nothing is written
 */
export async function insertStaged(
  importId: string,
  rows: readonly (Staged & { cells: Cells })[],
  { bytesRead }: Position,
): Promise<void> {
  await write(
    `insert into staged_rows (import_id, row, candidate, content_hash, fault, cells)
     select alive.id, s.row, s.candidate::jsonb, s.content_hash, s.fault::jsonb, s.cells::jsonb
     from alive, unnest($6::int[], $7::text[], $8::text[], $9::text[], $10::text[])
       as s (row, candidate, content_hash, fault, cells)`,
    [
      ...progressOf(importId, rows, rows.length, bytesRead),
      ...columnsOf(rows),
      rows.map(({ cells }) => JSON.stringify(cells)),
    ],
  );
}

/**
 * Writes what another mapping made of staged rows.
 *
 * @throws ReadingStopped where the import is not being read any more: then nothing is written
 */
export async function updateStaged(importId: string, rows: readonly Staged[]): Promise<void> {
  await write(
    `update staged_rows t set candidate = s.candidate::jsonb, content_hash = s.content_hash, fault = s.fault::jsonb,
       duplicate = null
     from alive, unnest($6::int[], $7::text[], $8::text[], $9::text[]) as s (row, candidate, content_hash, fault)
     where t.import_id = $1 and t.row = s.row and t.row between $10 and $11`,
    // The bounds keep the planner from reading all rows of the import for each batch.
    [...progressOf(importId, rows, 0, 0), ...columnsOf(rows), rows[0]?.row, rows.at(-1)?.row],
  );
}

async function write(statement: string, values: unknown[]): Promise<void> {
  const { rows } = await pool.query<{ alive: boolean }>(
    `with alive as (${progress}), written as (${statement}) select exists (select from alive) as alive`,
    values,
  );
  if (!rows[0]?.alive) throw new ReadingStopped();
}

function progressOf(importId: string, rows: readonly Staged[], read: number, bytesRead: number) {
  const faulty = rows.filter(({ fault }) => fault !== null).length;
  return [importId, read, bytesRead, rows.length - faulty, faulty];
}

function columnsOf(rows: readonly Staged[]) {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  return [
    rows.map(({ row }) => row),
    rows.map(({ candidate }) => json(candidate)),
    rows.map(({ contentHash }) => contentHash),
    rows.map(({ fault }) => json(fault)),
  ];
}
