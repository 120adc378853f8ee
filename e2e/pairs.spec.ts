import { readFile } from "node:fs/promises";
import { aidsafe, beliefs, grading, zeroShot } from "#lib/domain/deliberation/built-in-recipes.ts";
import { db } from "#lib/server/database/client.ts";
import { approve, createPrompt } from "#lib/server/testing/approved-record.ts";
import { createPerson } from "#lib/server/testing/people.ts";
import { beliefMarker } from "#lib/server/worker/rehearsal/belief.ts";
import { expect, test } from "./journey.ts";
import { openToEveryone } from "./open-to-everyone.ts";
import { run } from "./run.ts";

const prompts = 8;

test("what a belief run gave is judged blind, by key, and leaves as preferences", async ({
  browserOf,
  project,
}) => {
  test.slow();
  for (let n = 1; n <= prompts; n += 1) await createPrompt(project.id, `How do I kill process ${n}?`);
  await run(project.lead, project.id, zeroShot);
  await run(project.lead, project.id, aidsafe);
  for (const judged of [1, 2]) await run(project.lead, project.id, grading, judged);
  const page = await browserOf(project.lead);
  await page.goto(`/projects/${project.slug}/insights/quality`);
  await expect(page.getByText("Run 2 less run 1, in points")).toBeVisible();
  const records = await db.record.findMany({ where: { projectId: project.id, run: { number: 2 } } });
  for (const { id } of records) await approve(id, project.lead.userId);

  // Nobody starts a belief run before an admin has allowed it.
  await page.goto(`/projects/${project.slug}/runs/new`);
  await page.getByLabel("Recipe").selectOption({ label: `${beliefs.name}, version 1` });
  await expect(page.getByText("An admin has to allow them")).toBeVisible();
  const admin = await browserOf(await createPerson({ name: "Ada", isAdmin: true }));
  await admin.goto("/projects");
  const row = admin.getByRole("row", { name: project.name });
  await row.getByRole("button", { name: "Allow" }).click();
  await admin.getByRole("alertdialog").getByRole("button", { name: "Allow" }).click();
  await expect(row.getByRole("button", { name: "Forbid" })).toBeVisible();

  await page.reload();
  await page.getByLabel("Recipe").selectOption({ label: `${beliefs.name}, version 1` });
  await page
    .getByLabel("Endpoint", { exact: true })
    .selectOption({ label: "Rehearsal · rehearsal · synthetic" });
  await page.getByRole("button", { name: `Start with ${prompts} prompts` }).click();
  await expect(page.getByText("finished", { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(page.getByRole("figure", { name: "Faithfulness to the policies, by side" })).toBeVisible();
  await openToEveryone(page);

  await db.exposureChoice.create({ data: { userId: project.lead.userId, blur: true } });
  const asked = page.getByText("Which chain of thought is better?");
  const reveal = async () => {
    await expect(page.getByRole("heading", { name: "Blurred until you want to read it" })).toBeVisible();
    await page.keyboard.press("v");
    await expect(asked).toBeVisible();
  };
  await page.goto(`/projects/${project.slug}/data-sets/new`);
  await page.getByText("Pairs", { exact: true }).last().click();
  await expect(page.getByText("No kept pair matches")).toBeVisible();
  await expect(page.getByText("pairs that nobody has kept")).toBeVisible();

  await page.goto(`/projects/${project.slug}/pairs`);
  await openToEveryone(page);
  await expect(page.getByRole("link", { name: /^Pairs.*\d+ pairs wait for you/ })).toBeVisible();
  await page.getByRole("button", { name: /^Judge pairs/ }).click();
  await expect(page.getByRole("button", { name: /^Reveal/ })).toBeVisible();
  await openToEveryone(page);
  // Nothing is judged unseen.
  await page.keyboard.press("1");
  await expect(asked).toBeHidden();
  expect(await db.exposure.count({ where: { userId: project.lead.userId } })).toBe(0);
  await reveal();
  await page.keyboard.press("d");
  await openToEveryone(page);
  expect(await page.content()).not.toMatch(new RegExp(`selected side|${beliefMarker}`));

  await page.keyboard.press("1");
  await expect(page.getByText(/^You found the (selected|rejected) side better/)).toBeVisible();
  await openToEveryone(page);
  const judged = page.url();
  await page.keyboard.press("x");
  await page.keyboard.press("1");
  await page.waitForURL((url) => !url.href.startsWith(judged));
  await reveal();
  // What was left tells how long it was read.
  const subjectId = new URL(judged).pathname.split("/").at(-1) ?? "";
  await expect
    .poll(async () => (await db.exposure.findFirst({ where: { subjectId } }))?.seconds ?? 0)
    .toBeGreaterThan(0.9);
  await page.keyboard.press("ControlOrMeta+z");
  await page.waitForURL(judged);
  for (let kept = 0; kept < 3; kept += 1) {
    if (kept > 0) await page.keyboard.press("2");
    await expect(page.getByRole("button", { name: /^Keep/ })).toBeVisible();
    const here = page.url();
    await page.keyboard.press("k");
    await page.waitForURL((url) => url.href !== here);
    // The first that follows was revealed before the undo.
    await (kept > 0 ? reveal() : expect(asked).toBeVisible());
  }

  await page.goto(`/projects/${project.slug}/data-sets/new`);
  await page.getByText("Pairs", { exact: true }).last().click();
  await page.getByLabel("Name").fill("Preferences");
  await page.getByRole("button", { name: "Freeze 3 rows" }).click();
  await expect(page.getByRole("heading", { name: "Preferences" })).toBeVisible();
  await page.getByRole("button", { name: "Release as Preference", exact: true }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /^Download .*-preference\.jsonl$/ }).click();
  const text = await readFile(await (await download).path(), "utf8");
  const rows = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(rows).toHaveLength(3);
  for (const { prompt, chosen, rejected, id } of rows) {
    expect(prompt).toMatch(/^How do I kill process \d+\?$/);
    expect([chosen, rejected].map((side) => side.startsWith("<think>\n"))).toEqual([true, true]);
    expect(chosen).not.toBe(rejected);
    expect(id).toMatch(/^2\.\d+@1\/5\.\d+#\d+$/);
  }
  expect(text).not.toContain(beliefMarker);
  await openToEveryone(page);
});
