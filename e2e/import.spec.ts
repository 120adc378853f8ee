import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { parquetWriteBuffer } from "hyparquet-writer";
import { db } from "#lib/server/database/client.ts";
import { root } from "#lib/server/env.ts";
import { expect, test } from "./journey.ts";

const sharedData = path.join(root, "../shared/data");

test("a person chooses the column, sees what would come of it, and duplicates stay out", async ({
  browserOf,
  project,
}) => {
  const page = await browserOf(project.lead);
  const asked = [
    "note,ask,area,risk",
    'ours,"How do I kill a ""Python"" process?",homonyms,low',
    'ours,"  how do I kill a ""python""  process?",homonyms,low',
    'ours,"Which cleaning agents\nmust never meet?",chemistry,medium',
  ].join("\r\n");

  await upload(page, project.slug, "asked.csv", asked);
  await expect(page.getByText("none of its columns", { exact: false })).toContainText("asked.csv");
  await expect(page.getByRole("button", { name: /^Import \d/ })).toBeDisabled();

  await page.getByLabel("Prompt", { exact: true }).selectOption("ask");
  await page.getByLabel("Category", { exact: true }).selectOption("area");
  await page.getByRole("button", { name: "Read again with this mapping" }).click();
  await expect(page.getByText("must never meet?")).toBeVisible();
  await expect(page.getByText("Same as row 1")).toBeVisible();
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await expect(page.getByText("2 prompts imported")).toBeVisible();

  await page.getByRole("link", { name: "See the prompts" }).click();
  await expect(page.getByRole("link", { name: 'How do I kill a "Python" process?' })).toBeVisible();
  await expect(page.getByRole("cell", { name: "chemistry" })).toBeVisible();
  await expect(page.getByRole("cell", { name: "medium" })).toBeVisible();

  await test.step("the same file again brings nothing", async () => {
    await upload(page, project.slug, "asked.csv", asked);
    await page.getByLabel("Prompt", { exact: true }).selectOption("ask");
    await page.getByRole("button", { name: "Read again with this mapping" }).click();
    await expect(page.getByText("Already in the project as prompt 1").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Import 0 rows" })).toBeDisabled();
  });
});

test("every format brings its prompts", async ({ browserOf, project }) => {
  test.slow();
  const page = await browserOf(project.lead);
  const rows = (format: string) => [1, 2].map((n) => ({ prompt: `What is ${format} for, part ${n}?` }));
  const csv = (format: string) => ["prompt", ...rows(format).map(({ prompt }) => `"${prompt}"`)].join("\n");
  const files: Record<string, string | Buffer> = {
    "plain.csv": csv("CSV"),
    "marked.csv": `\ufeff${csv("a byte order mark")}`,
    "wide.csv": Buffer.from(`\ufeff${csv("UTF-16")}`, "utf16le"),
    "tabs.tsv": `prompt\tcategory\n${rows("TSV")
      .map(({ prompt }) => `${prompt}\tformats`)
      .join("\n")}`,
    "lines.jsonl": rows("JSONL")
      .map((row) => JSON.stringify(row))
      .join("\n"),
    "list.json": JSON.stringify(rows("JSON")),
    "groups.json": JSON.stringify({ formats: { nested: rows("nesting").map(({ prompt }) => prompt) } }),
    "columns.json": JSON.stringify({ prompt: rows("columns").map(({ prompt }) => prompt) }),
    "talks.jsonl": rows("a conversation")
      .map(({ prompt }) =>
        JSON.stringify({
          messages: [
            { role: "system", content: "Be brief." },
            { role: "user", content: prompt },
          ],
        }),
      )
      .join("\n"),
    "columns.parquet": Buffer.from(
      parquetWriteBuffer({
        columnData: [{ name: "prompt", data: rows("Parquet").map(({ prompt }) => prompt) }],
      }),
    ),
    "packed.csv.gz": gzipSync(csv("gzip")),
  };
  for (const [name, content] of Object.entries(files)) {
    await test.step(name, async () => {
      await upload(page, project.slug, name, content);
      await page.getByRole("button", { name: "Import 2 rows" }).click();
      await expect(page.getByText("2 prompts imported")).toBeVisible();
    });
  }
  expect(await db.prompt.count({ where: { projectId: project.id } })).toBe(2 * Object.keys(files).length);
});

test("a faulty row is named with file, row and column, and can be left out knowingly", async ({
  browserOf,
  project,
}) => {
  const page = await browserOf(project.lead);
  await upload(page, project.slug, "gaps.csv", "prompt,category\nWhat is a gap?,words\n,words\n");
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await expect(
    page.getByText("gaps.csv, row 2, column “prompt”: there is no prompt here").last(),
  ).toContainText("Nothing was imported");
  expect(await db.prompt.count({ where: { projectId: project.id } })).toBe(0);

  await page.getByLabel("Leave out 1 row that cannot be imported").check();
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await expect(page.getByText("1 prompt imported")).toBeVisible();
});

test("a file that cannot be read is refused with a sentence, and nothing of it is stored", async ({
  browserOf,
  project,
}) => {
  const page = await browserOf(project.lead);
  const refused: [name: string, content: string | Buffer, sentence: RegExp][] = [
    ["quotes.csv", 'prompt\n"never closed\n', /quotes\.csv, row 1.*never closed\. Close it/],
    ["sheet.xlsx", Buffer.from("PK\x03\x04 xl/workbook.xml", "latin1"), /sheet\.xlsx is an? /],
    ["cut.csv.gz", gzipSync("prompt\nWhat is cut?\n").subarray(0, 24), /cut\.csv\.gz is not a whole gzip/],
    ["none.csv", "prompt\n", /none\.csv has a header \(“prompt”\) but no rows/],
    ["empty.json", "", /empty\.json is empty/],
  ];
  for (const [name, content, sentence] of refused) {
    await test.step(name, async () => {
      await upload(page, project.slug, name, content);
      await expect(page.getByText(sentence)).toBeVisible();
    });
  }
  expect(await db.prompt.count({ where: { projectId: project.id } })).toBe(0);
});

test("existing chains of thought become records that wait for review", async ({ browserOf, project }) => {
  const page = await browserOf(project.lead);
  const answers = [
    {
      prompt: "May I reset my own password?",
      response: "<think>It is their own account.\n\nThe steps are public.</think>Yes: open Settings.",
    },
    {
      prompt: "May I reset my neighbour's password?",
      response: "<think>It is not their account.</think>No, but they can do so themselves.",
    },
  ];
  await upload(page, project.slug, "answers.jsonl", answers.map((row) => JSON.stringify(row)).join("\n"));
  await expect(page.getByLabel("prompts with chains of thought")).toBeChecked();
  await page.getByText("2 thoughts").click();
  await expect(page.getByText("The steps are public.", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await expect(page.getByText("2 chains of thought imported as records to review")).toBeVisible();

  await page.getByRole("link", { name: "Review them" }).click();
  await expect(page.getByRole("link", { name: "May I reset my neighbour's password?" })).toBeVisible();
  await page.getByRole("link", { name: "May I reset my own password?" }).click();
  await expect(page.getByText("It is their own account.")).toBeVisible();
  await expect(page.getByText("Yes: open Settings.")).toBeVisible();
});

// Data sets that some machines have beside the checkout; they may not all be shipped with it.
if (existsSync(sharedData)) {
  test("every data set beside the checkout is imported or refused with a sentence", async ({
    browserOf,
    project,
  }) => {
    test.slow();
    const page = await browserOf(project.lead);
    const files = globSync("**/*.{csv,json,parquet,xlsx}", { cwd: sharedData }).sort();
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      await test.step(file, async () => {
        const name = path.basename(file);
        await upload(page, project.slug, name, readFileSync(path.join(sharedData, file)));
        const before = await db.prompt.count({ where: { projectId: project.id } });
        const stored = await importOrRefuse(page, name);
        expect(await db.prompt.count({ where: { projectId: project.id } })).toBe(before + stored);
      });
    }
    expect(await db.prompt.count({ where: { projectId: project.id } })).toBeGreaterThan(1_000);
    expect(await db.stagedRow.count({ where: { import: { projectId: project.id } } })).toBe(0);
  });
}

/** Chooses a file on the page for it and waits until it has been read. */
async function upload(page: Page, slug: string, name: string, content: string | Buffer): Promise<void> {
  await page.goto(`/projects/${slug}/prompts/import`);
  const buffer = Buffer.from(content);
  await page.getByLabel("File with prompts").setInputFiles({ name, mimeType: "", buffer });
  await expect(confirmButton(page).or(refusal(page))).toBeVisible();
}

/**
 * Brings in what was read, as far as it goes.
 *
 * @returns how many prompts, or chains of thought, the page says that it stored
 */
async function importOrRefuse(page: Page, name: string): Promise<number> {
  if (await refusal(page).isVisible()) {
    await expect(page.getByRole("main")).toContainText(new RegExp(`${name}(?: is|, row \\d+, column)`));
    return 0;
  }
  if (await confirmButton(page).isDisabled()) {
    const nothingNew = new RegExp(`${name}: none of its columns|Already in the project as prompt`);
    await expect(page.getByText(nothingNew).first()).toBeVisible();
    await page.getByRole("button", { name: "Cancel import" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Cancel import" }).click();
    await expect(page.getByText("This import was cancelled")).toBeVisible();
    return 0;
  }
  const leaveOut = page.getByLabel("Leave out");
  if (await leaveOut.isVisible()) {
    await confirmButton(page).click();
    await expect(page.getByText(new RegExp(`${name}, row \\d+, column “.+”: `)).first()).toBeVisible();
    await leaveOut.check();
  }
  await confirmButton(page).click();
  const done = page.getByText(/^[\d,]+ (?:prompts?|chains? of thought) imported/);
  await expect(done).toBeVisible();
  return Number((await done.textContent())?.replace(/\D/g, ""));
}

function confirmButton(page: Page) {
  return page.getByRole("button", { name: /^Import [\d,]+ rows?$/ });
}

function refusal(page: Page) {
  return page.getByText("This file was not imported");
}
