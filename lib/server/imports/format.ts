import { Refused } from "#lib/domain/errors.ts";
import { importStrings } from "#lib/domain/strings/import.ts";

export type Format = "csv" | "tsv" | "jsonl" | "json" | "parquet";

const byEnding: Record<string, Format> = {
  csv: "csv",
  tsv: "tsv",
  tab: "tsv",
  jsonl: "jsonl",
  ndjson: "jsonl",
  json: "json",
  parquet: "parquet",
};
const spreadsheets = new Set(["xlsx", "xls", "xlsm", "xlsb", "ods", "numbers"]);
const archives = new Set(["zip", "tar", "tgz", "7z", "rar", "bz2", "xz", "zst"]);

/** Whether a file begins as gzip does, whatever its name says. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * What kind of file this is, by its ending (`.gz` not counted) and, for binary kinds, by its first bytes.
 *
 * @param head the first bytes, unpacked
 * @throws Refused `invalid` for kinds that are not read
 */
export function formatOf(name: string, head: Uint8Array): Format {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase().replace(/\.gz$/, ""))?.[1] ?? "";
  const magic = Buffer.from(head.subarray(0, 4)).toString("latin1");
  if (magic === "PAR1") return "parquet";
  if (spreadsheets.has(ending)) throw new Refused("invalid", importStrings.refusals.spreadsheet(name));
  if (archives.has(ending) || magic === "PK\x03\x04") {
    throw new Refused("invalid", importStrings.refusals.archive(name));
  }
  const format = byEnding[ending];
  if (!format) throw new Refused("invalid", importStrings.refusals.unknownFormat(name));
  if (format === "parquet") throw new Refused("invalid", importStrings.refusals.brokenParquet(name));
  return format;
}
