import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { createPrompt } from "#lib/server/testing/approved-record.ts";
import { createPerson, createProjectWith } from "#lib/server/testing/people.ts";
import { expect, test } from "./journey.ts";

const questions = ["How do I kill a Python process?", "Where can I find a murder of crows?"];

test("a lead writes a recipe of three agents, sees its prompts, runs it, and runs a part again", async ({
  browserOf,
  project,
}) => {
  for (const question of questions) await createPrompt(project.id, question);
  const page = await browserOf(project.lead);
  await page.goto(`/projects/${project.slug}/recipes`);
  await page.getByRole("link", { name: "New recipe" }).click();
  await page.getByRole("region", { name: "Comes with Colloquy" }).getByText("AIDSAFE").click();
  await page.getByLabel("Name").first().fill("Three voices");
  await page.getByRole("button", { name: "Add an agent" }).click();
  const third = page.getByRole("group", { name: "Agent 3" });
  await third.getByLabel("Own instructions").fill("Think of people who cannot read well.");
  await page.getByLabel("Rounds, at most").fill("2");
  await expect(page.getByText("Ada, Bo and Cy speak in turn for up to 2 rounds")).toBeVisible();

  await page.getByRole("button", { name: "Show the prompts" }).click();
  const call = page.getByRole("listitem").filter({ hasText: "Cydeliberate, round 1" });
  await call.getByText("Cy", { exact: true }).click();
  await expect(call.getByText("Think of people who cannot read well.")).toBeVisible();
  await expect(call.getByText("rehearsal script")).toBeVisible();

  await page.getByRole("button", { name: "Save recipe" }).click();
  await expect(page.getByRole("heading", { name: "Three voices" })).toBeVisible();
  await page.getByRole("link", { name: "Start a run" }).click();
  await expect(page.getByText("What 2 prompts may take")).toBeVisible();
  await page.getByLabel("How many at most", { exact: true }).fill("1");
  await expect(page.getByText("What 1 prompt may take")).toBeVisible();
  await page.getByLabel("How many at most", { exact: true }).fill("");
  await page.getByRole("button", { name: "Start with 2 prompts" }).click();
  await ended(page, 1);
  await expect(page.getByText("Expected at the start:")).toBeVisible();
  await expect(page.getByRole("row", { name: /^Actual/ })).toBeVisible();

  await page.goto(`/projects/${project.slug}/prompts`);
  await page.getByLabel("Select prompt 2", { exact: true }).check();
  await page.getByRole("button", { name: "Run the selected" }).click();
  await expect(page.getByText("What 1 prompt may take")).toBeVisible();

  await page.goto(`/projects/${project.slug}/runs/1`);
  await page.getByRole("button", { name: "Run again" }).click();
  await page.getByRole("menuitem", { name: "All 2 prompts" }).click();
  await expect(page.getByLabel("Recipe")).toHaveValue(/./);
  await expect(page.getByLabel("Recipe").getByRole("option", { selected: true })).toHaveText(
    "Three voices, version 1",
  );
  await page.getByLabel("How many at most", { exact: true }).fill("1");
  await page.getByRole("button", { name: "Start with 1 prompt" }).click();
  await ended(page, 2);
  await page.goto(`/projects/${project.slug}/prompts/1`);
  await expect(page.getByText("superseded")).toBeVisible();
});

test("a recipe travels to another project as a file, and a broken file is explained", async ({
  browserOf,
  project,
}) => {
  const other = await createPerson({ name: "Oda Lead" });
  const there = await createProjectWith([[other, "lead"]], `Elsewhere ${project.slug}`);
  const page = await browserOf(project.lead);
  await page.goto(`/projects/${project.slug}/recipes`);
  await page.getByRole("link", { name: "AIDSAFE" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as JSON" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("aidsafe.v1.json");
  const text = await readFile(await file.path(), "utf8");

  const elsewhere = await browserOf(other);
  await elsewhere.goto(`/projects/${there.slug}/recipes/import`);
  const json = elsewhere.getByLabel("Or paste the JSON");
  const store = elsewhere.getByRole("button", { name: "Import recipe" });
  await json.fill(text.replace('"rounds": 3', '"rounds": 30'));
  await store.click();
  await expect(elsewhere.getByText("“rounds”: A whole number from 1 to 10.")).toBeVisible();
  await json.fill(text.replace('"rounds": 3', '"rounds": 4'));
  await store.click();
  await expect(elsewhere.getByText("Version 2").first()).toBeVisible();
  await expect(elsewhere.getByText("Rounds: 3 4")).toBeVisible();
});

/** Waits on a run's page until the run is over. */
async function ended(page: Page, number: number): Promise<void> {
  await expect(page.getByRole("heading", { name: `Run ${number}` })).toBeVisible();
  await expect(page.getByRole("main").getByText("finished", { exact: true }).first()).toBeVisible({
    timeout: 30_000,
  });
}
