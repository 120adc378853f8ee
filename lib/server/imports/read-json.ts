import { Refused } from "#lib/domain/errors.ts";
import { isGroup, type Json, type ReadRow, RowFault } from "#lib/domain/import/cells.ts";
import { flattenItem, flattenObject } from "#lib/domain/import/flatten.ts";
import { importStrings } from "#lib/domain/strings/import.ts";
import { importCaps, inMegabytes } from "./caps.ts";
import { JsonScanner } from "./json-scanner.ts";

/**
 * Rows of a JSON file: a list of rows (read item by item, however long it is), one object per line under the wrong
 * name, or a single object that `flattenObject` makes rows of (read at once, up to a cap).
 *
 * @throws RowFault where the text is no JSON, Refused `invalid` and `too_large` where the whole cannot be read
 */
export async function* readJson(name: string, text: AsyncIterable<string>): AsyncGenerator<ReadRow> {
  let alone: Json | undefined;
  for await (const { value, inList } of values(name, text)) {
    if (inList) {
      yield flattenItem(value);
    } else {
      if (alone !== undefined) yield flattenItem(alone);
      alone = value;
    }
  }
  if (alone === undefined) return;
  const rows = isGroup(alone) ? flattenObject(alone) : null;
  if (rows === null) throw new Refused("invalid", importStrings.refusals.notTabular(name));
  yield* rows;
}

async function* values(name: string, text: AsyncIterable<string>) {
  const scanner = new JsonScanner();
  let begun: string[] | null = null;
  let length = 0;
  const parse = (end: string, inList: boolean) => {
    const value = parseJson([...(begun ?? []), end].join(""));
    begun = null;
    length = 0;
    return { value, inList };
  };
  for await (const chunk of text) {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const { inList } = scanner;
      const boundary = scanner.read(chunk.charCodeAt(at));
      if (boundary === "begins") {
        begun = [];
        start = at;
      } else if (boundary !== "none") {
        yield parse(chunk.slice(start, boundary === "ends" ? at + 1 : at), inList);
      }
      checkDepth(scanner);
    }
    if (begun === null) continue;
    (begun as string[]).push(chunk.slice(start));
    length += chunk.length - start;
    checkLength(name, length, scanner.inList);
  }
  if (scanner.isOpen) throw new RowFault(null, importStrings.faults.brokenJson);
  if (scanner.inWord) yield parse("", false);
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new RowFault(null, importStrings.faults.brokenJson);
  }
}

function checkDepth({ depth }: JsonScanner) {
  if (depth < 0) throw new RowFault(null, importStrings.faults.brokenJson);
  if (depth > importCaps.nesting) {
    throw new RowFault(null, importStrings.faults.tooDeep(importCaps.nesting));
  }
}

function checkLength(name: string, length: number, inList: boolean) {
  if (inList && length > importCaps.rowCharacters) {
    throw new RowFault(null, importStrings.faults.rowTooLong(importCaps.rowCharacters));
  }
  const { jsonObjectCharacters } = importCaps;
  if (length > jsonObjectCharacters) {
    throw new Refused(
      "too_large",
      importStrings.refusals.jsonTooBig(name, inMegabytes(jsonObjectCharacters)),
    );
  }
}
