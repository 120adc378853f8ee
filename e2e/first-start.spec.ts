import { createHash } from "node:crypto";
import { Manifest } from "#lib/domain/export/manifest.ts";
import { download, expect, test } from "./journey.ts";

const fixed = "Ending a process is an everyday task, and the person asks about a program of their own.";

test("from the one-time link to a released file: watch, fix, approve, export", async ({
  page,
  browserOf,
}) => {
  test.slow();
  const link = process.env.FIRST_SIGN_IN_URL ?? "";

  await test.step("the link leads into a project that is not empty", async () => {
    await page.goto(link);
    await expect(page).toHaveURL(/\/projects\/[a-z-]+$/);
    await expect(page.getByRole("heading", { name: /^\d+ records wait for your review$/ })).toBeVisible();
    await expect(page.getByText("This account has no password yet")).toBeVisible();
  });

  await test.step("it works once", async () => {
    const other = await browserOf();
    await other.goto(link);
    await expect(other.getByText("This sign-in link does not work any more")).toBeVisible();
  });

  const home = page.url();
  const turns = page.getByRole("main").locator("section > ol > li");
  await test.step("a deliberation is watched while it happens", async () => {
    await page.getByRole("button", { name: "Watch a deliberation" }).first().click();
    await expect(page.getByText("Live", { exact: true })).toBeVisible();
    await expect(page.getByText(/is thinking/)).toBeVisible();
    await expect(page.getByRole("region", { name: "Initial" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Refine" })).toBeHidden();
    await expect(page.getByRole("region", { name: "Refine" })).toBeVisible({ timeout: 30_000 });
    expect(await turns.count()).toBeGreaterThan(4);
    await expect(page.getByRole("link", { name: "See the record" })).toBeVisible();
    await expect(page.getByText("Live", { exact: true })).toBeHidden();
  });

  const ref = await test.step("its record is opened, and a thought of it is fixed", async () => {
    await page.getByRole("link", { name: "See the record" }).click();
    await page.getByRole("button", { name: "Review this record" }).click();
    await expect(page.getByRole("button", { name: "Submit and next" })).toBeVisible();
    const thought = page.getByRole("list", { name: "Thoughts" }).getByRole("listitem").first();
    await thought.getByText("wrong policy").click();
    await thought.getByRole("button", { name: "Edit" }).click();
    await thought.getByRole("textbox", { name: "Text of thought 1" }).fill(fixed);
    await page.keyboard.press("Escape");
    await expect(page.getByText(/^Saved \d/)).toBeVisible();
    await page.getByRole("radiogroup", { name: "Reasoning" }).getByText("fixed").click();
    await expect(page.getByText("Approves your version")).toBeVisible();
    return page.url().split("/").at(-1) ?? "";
  });

  await test.step("it is approved with the keyboard, which leads on to the next", async () => {
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText(`${ref} submitted`)).toBeVisible();
    await expect(page).not.toHaveURL(new RegExp(`/review/${ref}$`));
    await expect(page.getByRole("button", { name: "Submit and next" })).toBeVisible();
  });

  await test.step("what is approved is frozen and released", async () => {
    await page.goto(`${home}/data-sets`);
    await page.getByRole("link", { name: "Build a data set" }).click();
    await page.getByLabel("Name").fill("First release");
    await page.getByRole("button", { name: /^Freeze \d+ rows$/ }).click();
    await expect(page.getByRole("heading", { name: "First release" })).toBeVisible();
    await expect(page.getByText("synthetic", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Release as AIDSAFE" }).click();
    await expect(page.getByRole("link", { name: /^Download .*aidsafe\.jsonl$/ })).toBeVisible();
  });

  await test.step("the file holds what was approved, and the manifest tells its bytes", async () => {
    const file = await download(page, /^Download .*aidsafe\.jsonl$/);
    const manifestFile = await download(page, "Manifest");
    const manifest = Manifest.parse(JSON.parse(manifestFile.content.toString()));
    expect(file.name).toContain("synthetic");
    expect(manifestFile.name).toBe(`${file.name}.manifest.json`);
    expect(manifest).toMatchObject({
      file: file.name,
      bytes: file.content.length,
      sha256: createHash("sha256").update(file.content).digest("hex"),
      synthetic: { any: true },
    });

    const rows = file.content
      .toString()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows).toHaveLength(manifest.rows);
    for (const row of rows) expect(Object.keys(row)).toEqual(["prompt", "thoughts", "response", "id"]);
    const ours = rows.find(({ id }) => id.startsWith(`${ref}@`));
    expect(ours.thoughts.split("\n\n")).toContain(fixed);
  });
});
