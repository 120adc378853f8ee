import {
  type AsyncBuffer,
  type Compressors,
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { Refused } from "#lib/domain/errors.ts";
import type { Json, ReadRow } from "#lib/domain/import/cells.ts";
import { importStrings } from "#lib/domain/strings/import.ts";
import { importCaps, inMegabytes } from "./caps.ts";
import type { Source } from "./source.ts";

/**
 * Rows of a Parquet file, one row group in memory at a time.
 *
 * @param onColumns is told the columns' names before the first row
 * @throws Refused `invalid` for damaged files, `too_large` for row groups beyond the cap
 */
export async function* readParquet(
  { name, bytes, handle }: Pick<Source, "name" | "bytes" | "handle">,
  onColumns: (columns: string[]) => void,
): AsyncGenerator<ReadRow> {
  const file: AsyncBuffer = {
    byteLength: bytes,
    async slice(start, end = bytes) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(end - start), 0, end - start, start);
      return new Uint8Array(buffer.subarray(0, bytesRead)).buffer;
    },
  };
  const metadata = await readable(name, () => parquetMetadataAsync(file));
  onColumns(parquetSchema(metadata).children.map(({ element }) => element.name));
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    yield* await readGroup(name, file, metadata, rowStart, rowEnd);
    rowStart = rowEnd;
  }
}

async function readGroup(
  name: string,
  file: AsyncBuffer,
  metadata: FileMetaData,
  rowStart: number,
  rowEnd: number,
): Promise<ReadRow[]> {
  const limited = limitedCompressors(name);
  const rows = await readable(name, () =>
    parquetReadObjects({ file, metadata, rowStart, rowEnd, compressors: limited }),
  );
  return rows.map((row) => ({
    cells: Object.fromEntries(Object.entries(row).map(([column, value]) => [column, jsonOf(value)])),
    fault: null,
  }));
}

/** What pages unpack to is counted as it happens: a file's own word for it may be wrong. */
function limitedCompressors(name: string): Compressors {
  let unpacked = 0;
  const limit = importCaps.rowGroupBytes;
  return Object.fromEntries(
    Object.entries(compressors).map(([codec, unpack]) => [
      codec,
      (input: Uint8Array, outputLength: number) => {
        unpacked += outputLength;
        if (unpacked > limit) {
          throw new Refused("too_large", importStrings.refusals.rowGroupTooBig(name, inMegabytes(limit)));
        }
        return unpack(input, outputLength);
      },
    ]),
  );
}

/** The library throws errors of many kinds at damaged files; none of them is news to us. */
async function readable<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused("invalid", importStrings.refusals.brokenParquet(name));
  }
}

function jsonOf(value: unknown): Json {
  if (typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return Number.isNaN(value.valueOf()) ? null : value.toISOString();
  if (ArrayBuffer.isView(value) || value === null || typeof value !== "object") return null;
  if (Array.isArray(value)) return value.map(jsonOf);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, jsonOf(part)]));
}
