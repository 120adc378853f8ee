import { importStrings } from "#lib/domain/strings/import.ts";
import { type Cells, isGroup, type Json, type ReadRow, RowFault } from "./cells.ts";
import { usualNames, wordsOf } from "./column-names.ts";

/**
 * Makes rows of a JSON object that is not itself a list of rows, by the first shape that fits:
 *
 * 1. by column: `{prompt: [a, b], label: [x, y]}`, or with indices `{prompt: {"0": a, "1": b}}`;
 * 2. one row: an object whose prompt column holds text;
 * 3. any of these, or a list of rows, in a wrapper: `{version: "1", data: [{…}, {…}]}`;
 * 4. groups: `{category: {subcategory: [prompt, …]}}` or `{category: [prompt, …]}`, where deeper groups join the
 *    subcategory and the leaves are text or rows.
 *
 * @returns null where the object is none of these
 * @throws RowFault with its row, where columns are not equally long
 */
export function flattenObject(value: { [key: string]: Json }): Iterable<ReadRow> | null {
  const entries = Object.entries(value);
  const names = entries.map(([name]) => name);
  const prompt = names.find(isPromptName);
  if (entries.length === 0) return null;
  const columns = entries.map(([, cells]) => listOf(cells));
  if (prompt !== undefined && columns.every((cells) => cells !== null)) return fromColumns(names, columns);
  if (prompt !== undefined && typeof value[prompt] === "string") return [{ cells: value, fault: null }];
  const inner = entries.filter(([, part]) => typeof part === "object" && part !== null);
  const only = inner.length === 1 ? inner[0]?.[1] : undefined;
  if (Array.isArray(only) && only.every(isGroup)) return only.map(flattenItem);
  if (isGroup(only) && entries.length > 1) return flattenObject(only);
  return inner.length === entries.length ? fromGroups(value, []) : null;
}

/** Makes a row of one item of a list: an object is a row, text is a prompt. */
export function flattenItem(item: Json): ReadRow {
  if (isGroup(item)) return { cells: item, fault: null };
  if (typeof item === "string") return { cells: { prompt: item }, fault: null };
  return { cells: {}, fault: { column: null, sentence: importStrings.faults.notARow } };
}

function isPromptName(name: string): boolean {
  return usualNames.prompt.includes(wordsOf(name).join("_"));
}

/** A list, or an object that numbers its values as pandas writes columns. */
function listOf(cells: Json): Json[] | null {
  if (Array.isArray(cells)) return cells;
  return isGroup(cells) &&
    Object.keys(cells).length > 0 &&
    Object.keys(cells).every((key) => /^\d+$/.test(key))
    ? Object.values(cells)
    : null;
}

function* fromColumns(names: readonly string[], columns: readonly Json[][]): Iterable<ReadRow> {
  const sizes = columns.map((cells) => cells.length);
  const size = Math.max(...sizes);
  const short = sizes.findIndex((other) => other < size);
  if (short !== -1) {
    const long = names[sizes.indexOf(size)] ?? "";
    const sentence = importStrings.faults.unequalColumns(sizes[short] ?? 0, long, size);
    throw new RowFault(names[short] ?? null, sentence, (sizes[short] ?? 0) + 1);
  }
  for (let row = 0; row < size; row++) {
    const cells = Object.fromEntries(names.map((name, index) => [name, columns[index]?.[row] ?? null]));
    yield { cells, fault: null };
  }
}

function* fromGroups(value: Json, path: readonly string[]): Iterable<ReadRow> {
  if (isGroup(value) && (path.length === 0 || !isLeafRow(value))) {
    for (const [name, part] of Object.entries(value)) yield* fromGroups(part, [...path, name]);
  } else if (Array.isArray(value)) {
    for (const item of value) yield leaf(item, path);
  } else {
    yield leaf(value, path);
  }
}

function isLeafRow(value: { [key: string]: Json }): boolean {
  return Object.entries(value).some(([name, part]) => isPromptName(name) && typeof part === "string");
}

function leaf(item: Json, path: readonly string[]): ReadRow {
  const named = path.filter((name) => !/^\d+$/.test(name));
  const [category, ...deeper] = named.map((name) => name.trim().replace(/:$/, ""));
  const place: Cells = { category: category ?? null, subcategory: deeper.join(" › ") || null };
  if (typeof item === "string") return { cells: { ...place, prompt: item }, fault: null };
  if (isGroup(item)) return { cells: { ...place, ...item }, fault: null };
  return { cells: place, fault: { column: path.join(" › "), sentence: importStrings.faults.oddLeaf } };
}
