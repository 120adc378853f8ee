import { existsSync, globSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { candidateOf } from "#lib/domain/import/candidate.ts";
import type { SourceRow } from "#lib/domain/import/cells.ts";
import { guessMapping } from "#lib/domain/import/guess.ts";
import { root } from "#lib/server/env.ts";
import { openFile } from "./read-file.ts";
import { openLocal } from "./source.ts";

// Public data sets that some machines have beside the checkout, and whose licences do not let all of them be shipped.
const folder = path.join(root, "../shared/data");

/** What becomes of each: rows that give prompts and faulty rows, or the beginning of the refusal. */
const expected: Record<string, [prompts: number, faulty: number] | string> = {
  "xstest_prompts.csv": [450, 0],
  "simplesafetytests.csv": [100, 0],
  "harmbench_behaviors_text_val.csv": [80, 0],
  "catqa_english.json": [550, 0],
  "formats/bom_top-model-usage.csv": [0, 11],
  "formats/curator_dataset.parquet": [0, 3],
  "formats/curator_reasoning_dataset.parquet": [5, 0],
  "formats/derived_xstest_bom_crlf.csv": [450, 0],
  "formats/derived_xstest_utf16le.csv": [450, 0],
  "formats/doccano_example.invalid.2.csv": "doccano_example.invalid.2.csv, row 1, column “label”: 3 cells",
  "formats/doccano_example.invalid.2.xlsx": "doccano_example.invalid.2.xlsx is a spreadsheet.",
  "formats/doccano_example.utf16.csv": [3, 0],
  "formats/doccano_example_out_of_order_columns.csv": [2, 1],
};

test.each(["xstest_prompts.csv", "simplesafetytests.csv"])("%s, which is shipped", async (file) => {
  expect(await read(path.join(import.meta.dirname, "fixtures", file))).toEqual(expected[file]);
});

if (existsSync(folder))
  describe("data sets beside the checkout", () => {
    test("are all known here", () => {
      const files = globSync("**/*.{csv,json,parquet,xlsx}", { cwd: folder });
      expect(files.map((file) => file.replaceAll("\\", "/")).sort()).toEqual(Object.keys(expected).sort());
    });

    test.each(Object.entries(expected))("%s", async (file, outcome) => {
      if (typeof outcome === "string") await expect(read(path.join(folder, file))).rejects.toThrow(outcome);
      else expect(await read(path.join(folder, file))).toEqual(outcome);
    });
  });

async function read(file: string): Promise<[number, number]> {
  const source = await openLocal(file);
  try {
    const rows: SourceRow[] = [];
    for await (const row of (await openFile(source)).rows) rows.push(row);
    const names = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
    const columns = names.map((name) => ({ name, samples: rows.map(({ cells }) => cells[name] ?? null) }));
    const { mapping } = guessMapping(columns, source.name);
    const prompts = rows.filter((row) => candidateOf(row, mapping).candidate !== null).length;
    return [prompts, rows.length - prompts];
  } finally {
    await source.handle.close();
  }
}
