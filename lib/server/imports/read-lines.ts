import { type Json, type ReadRow, RowFault } from "#lib/domain/import/cells.ts";
import { flattenItem } from "#lib/domain/import/flatten.ts";
import { importStrings } from "#lib/domain/strings/import.ts";
import { importCaps } from "./caps.ts";
import { JsonScanner } from "./json-scanner.ts";

/**
 * Rows of JSONL, one per line that is not blank. A line that is no JSON is a faulty row; the others are read.
 *
 * @throws RowFault where a line is too long
 */
export async function* readLines(text: AsyncIterable<string>): AsyncGenerator<ReadRow> {
  for await (const line of lines(text)) {
    if (line.trim() !== "") yield readLine(line);
  }
}

function readLine(line: string): ReadRow {
  if (isTooDeep(line)) return faulty(importStrings.faults.tooDeep(importCaps.nesting));
  try {
    return flattenItem(JSON.parse(line) as Json);
  } catch {
    return faulty(importStrings.faults.brokenLine);
  }
}

function faulty(sentence: string): ReadRow {
  return { cells: {}, fault: { column: null, sentence } };
}

function isTooDeep(line: string): boolean {
  const scanner = new JsonScanner();
  for (let at = 0; at < line.length; at++) {
    scanner.read(line.charCodeAt(at));
    if (scanner.depth > importCaps.nesting) return true;
  }
  return false;
}

async function* lines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let parts: string[] = [];
  let length = 0;
  for await (const chunk of text) {
    const [first = "", ...more] = chunk.split("\n");
    parts.push(first);
    length += first.length;
    for (const next of more) {
      yield parts.join("");
      parts = [next];
      length = next.length;
    }
    if (length > importCaps.rowCharacters) {
      throw new RowFault(null, importStrings.faults.rowTooLong(importCaps.rowCharacters));
    }
  }
  yield parts.join("");
}
