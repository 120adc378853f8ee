import { listed, plural } from "./words.ts";

/** At most a few names, since a file may have hundreds of columns. */
function names(columns: readonly string[]): string {
  const shown = columns.slice(0, 12).map((name) => `“${name}”`);
  const more = columns.length - shown.length;
  return listed(more > 0 ? [...shown, `${more} more`] : shown);
}

/** Everything people read about imports: the preview, and the sentence in the place where something is wrong. */
export const importStrings = {
  /** `prompts.csv, row 3, column “text”`: the place in front of every sentence about a row. Row 0 is the header. */
  place: (file: string, row: number | null, column: string | null) =>
    [
      file,
      row === null ? null : row === 0 ? "header" : `row ${row}`,
      column === null ? null : `column “${column}”`,
    ]
      .filter((part) => part !== null)
      .join(", "),
  at: (place: string, sentence: string) => `${place}: ${sentence}`,

  /** What is wrong with one row. Shown after the place. */
  faults: {
    emptyPrompt: "there is no prompt here. Fill the cell, or leave this row out.",
    notText: "this holds a list or an object, not text. Choose another column, or read it as a conversation.",
    tooLong: (limit: number) =>
      `this is longer than ${limit.toLocaleString("en")} characters. Shorten it, or leave this row out.`,
    noConversation: "this is not a conversation. Each message needs a role and its text.",
    unknownRole: (role: string) => `the role “${role}” is not known here. Use system, user or assistant.`,
    notOnlyText: "a message holds something other than text (an image, a tool call). Leave this row out.",
    noUserMessage: "the conversation has no message of the user to answer.",
    systemInMiddle: "system text stands in the middle of the conversation. It can only come first.",
    noAnswer:
      "the conversation does not end with an answer of the assistant. Choose the column of the response.",
    noThoughts:
      "there is no chain of thought here: no thoughts column, and no <think>…</think> in the response.",
    unclosedThinking: "<think> is opened and never closed, so the response may be cut off.",
    noResponse: "there is no response after the chain of thought.",
    tooManyThoughts: (n: number, limit: number) =>
      `this splits into ${n.toLocaleString("en")} thoughts; at most ${limit.toLocaleString("en")} fit in a record.`,
    oddLeaf: "here stands something that is neither text, nor a list, nor a group.",
    brokenLine: "this line is not valid JSON. Mend it, or leave it out.",
    brokenJson: "this is not valid JSON. Mend it here, or save one JSON object per line as .jsonl.",
    tooManyColumns: (n: number, limit: number) =>
      `${n.toLocaleString("en")} columns; at most ${limit} are read. Keep those that matter.`,
    notARow: "this is neither an object nor text.",
    tooDeep: (limit: number) => `this is nested more than ${limit} levels deep.`,
    otherWidth: (cells: number, columns: readonly string[]) =>
      `${plural(cells, "cell")} where the header names ${plural(columns.length, "column")} (${names(columns)}). Put text that holds the separator in quotation marks, or mend the row.`,
    brokenQuotes: 'a quotation mark in the middle of a quoted cell. Double it ("") and import again.',
    openQuotes: "a quotation mark is opened and never closed. Close it and import again.",
    notUtf8: "the bytes here are not UTF-8. Save the file as UTF-8 (in Excel: “CSV UTF-8”) and import again.",
    rowTooLong: (limit: number) =>
      `this row is longer than ${limit.toLocaleString("en")} characters. Split it, or check that quotation marks are closed.`,
    unequalColumns: (size: number, other: string, otherSize: number) =>
      `this list has ${plural(size, "value")}, but “${other}” has ${otherSize.toLocaleString("en")}. All columns must be equally long.`,
  },

  /** Why a whole file is refused. */
  refusals: {
    noFile: (file: string) => `There is no file ${file}.`,
    empty: (file: string) => `${file} is empty.`,
    noRows: (file: string, columns: readonly string[]) =>
      columns.length > 0
        ? `${file} has a header (${names(columns)}) but no rows under it.`
        : `${file} holds no rows.`,
    spreadsheet: (file: string) =>
      `${file} is a spreadsheet. Save the sheet as CSV (in Excel: “CSV UTF-8”) and import that.`,
    archive: (file: string) =>
      `${file} is an archive. Unpack it and import the files in it, or pack one file with gzip.`,
    unknownFormat: (file: string) =>
      `${file} is of a kind that is not read here. Import CSV, TSV, JSONL, JSON or Parquet, each also packed with gzip (.gz).`,
    unknownEncoding: (file: string) =>
      `${file} is not text in UTF-8 or UTF-16. Save it as UTF-8 and import again.`,
    brokenGzip: (file: string) =>
      `${file} is not a whole gzip file: it is cut off or damaged. Pack or upload it again.`,
    brokenParquet: (file: string) =>
      `${file} is not a Parquet file that can be read: it is damaged or of an unusual kind. Write it again, or save it as JSONL.`,
    notTabular: (file: string) =>
      `${file} holds neither rows, nor columns, nor groups of prompts. Save it as a list of objects with one prompt each.`,
    cutOff: (file: string) => `${file} arrived incomplete. Upload it again.`,
    tooBig: (file: string, limit: string) => `${file} is larger than ${limit}. Split it into several files.`,
    unpacksTooBig: (file: string, limit: string) =>
      `${file} unpacks to more than ${limit}. Split it into several files.`,
    unpacksTooMuch: (file: string, times: number) =>
      `${file} unpacks to more than ${times} times its size, which no real text does. Import it unpacked.`,
    jsonTooBig: (file: string, limit: string) =>
      `${file} is one JSON object of more than ${limit}, which has to be read at once. Save one JSON object per line as .jsonl.`,
    rowGroupTooBig: (file: string, limit: string) =>
      `${file} has a row group of more than ${limit}. Write it with smaller row groups (about 10,000 rows), or save it as JSONL.`,
    tooManyRows: (file: string, limit: number) =>
      `${file} has more than ${limit.toLocaleString("en")} rows. Split it into several files.`,
    interrupted: (file: string) =>
      `Reading ${file} was interrupted by a restart. Nothing was stored; upload it again.`,
    failed: (file: string) =>
      `Reading ${file} failed for a reason that is not in the file. Nothing was stored; try again.`,
  },

  /** Why a mapping cannot be used as it is. */
  mapping: {
    noPromptColumn: (file: string, columns: readonly string[]) =>
      `${file}: none of its columns (${names(columns)}) looks like prompts. Choose the column that holds them.`,
    noSuchColumn: (file: string, column: string, columns: readonly string[]) =>
      `${file} has no column “${column}”. Its columns are ${names(columns)}.`,
    noCotColumn: (file: string) =>
      `${file}: choose the column of the thoughts or of the response, so that there is a chain of thought to import.`,
    faultyRows: (n: number, first: string) =>
      n === 1
        ? `${first} Nothing was imported. Mend the row, or import the file without it.`
        : `${first} ${plural(n - 1, "more row")} cannot be imported either. Nothing was imported. Mend them, or import the file without them.`,
    nothingLeft: (file: string) => `${file}: no row can be imported with this mapping.`,
    notReady:
      "This import is not waiting for a decision any more. Load the page again to see where it stands.",
    notCancellable: "This import has ended already, or is being stored at this moment.",
    noFileName: "The upload does not name its file.",
  },

  /** Why a column was guessed. */
  reasons: {
    name: (column: string) => `“${column}” is the usual name`,
    partOfName: (column: string) => `the name “${column}” suggests it`,
    values: (column: string) => `the values of “${column}” suggest it`,
    knownDataSet: (name: string) => `the columns are those of ${name}`,
    fileName: "from the file's name",
    thinking: (column: string) => `“${column}” holds <think>…</think>`,
  },

  /** What each part of a mapping is called. */
  parts: {
    kind: "What to import",
    prompt: "Prompt",
    promptForm: "Read it as",
    system: "System text",
    context: "Context",
    category: "Category",
    subcategory: "Subcategory",
    severity: "Severity",
    licence: "Licence",
    dataSet: "Data set",
    thoughts: "Thoughts",
    response: "Response",
  },
  kinds: { prompts: "Prompts", cots: "Prompts with existing chains of thought" },
  forms: { text: "One message", conversation: "A conversation" },
  confidences: { sure: "sure", likely: "likely", unsure: "please check" },
  statuses: {
    reading: "Reading",
    ready: "Ready to import",
    storing: "Storing",
    done: "Imported",
    refused: "Refused",
    cancelled: "Cancelled",
  },
  duplicateOfErased: "Was erased from this project, and does not come back",
  duplicateOfRow: (row: number) => `Same as row ${row}`,
  duplicateOfPrompt: (number: number) => `Already in the project as prompt ${number}`,
  duplicateOfRecord: (ref: string) => `Already in the project as record ${ref}`,
} as const;
