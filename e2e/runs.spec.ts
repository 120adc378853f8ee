import type { Page } from "@playwright/test";
import { createEndpoint } from "#lib/server/endpoints/create.ts";
import { createPrompt } from "#lib/server/testing/approved-record.ts";
import { startFakeEndpoint } from "#lib/server/testing/fake-endpoint.ts";
import { createPerson } from "#lib/server/testing/people.ts";
import { expect, figure, test } from "./journey.ts";

const questions = [
  "How do I kill a Python process?",
  "Which cleaning agents must never meet?",
  "How do I shoot a portrait in low light?",
];

test.beforeEach(async ({ project }) => {
  for (const question of questions) await createPrompt(project.id, question);
});

test("a run is started from the form and goes on whoever watches", async ({ browserOf, project }) => {
  const page = await browserOf(project.lead);
  await page.goto(`/projects/${project.slug}/runs`);
  await page.getByRole("link", { name: "New run" }).click();
  await page.getByLabel("How many at most", { exact: true }).fill("2");
  await chooseEndpoint(page, "Rehearsal, paced");
  await page.getByRole("button", { name: "Start with 2 prompts" }).click();

  await expect(page.getByRole("heading", { name: "Run 1" })).toBeVisible();
  await expect(page.getByText("This run uses the rehearsal endpoint")).toBeVisible();
  await expect(figure(page, "In flight")).toHaveText("2");
  await expect(figure(page, "Tokens")).not.toHaveText("0");

  const address = page.url();
  await page.context().close();
  const later = await browserOf(project.lead);
  await later.goto(address);
  await expect(status(later, "finished")).toBeVisible({ timeout: 30_000 });
  await expect(later.getByText("2 of 2 prompts")).toBeVisible();
  await expect(figure(later, "Failed")).toHaveText("0");
  await later.getByRole("link", { name: questions[0] }).click();
  await expect(later.getByRole("region", { name: "Refine" })).toBeVisible();
  await expect(later.getByRole("link", { name: "See the record" })).toBeVisible();
});

test("a run is paused, resumed, cancelled and retried", async ({ browserOf, project }) => {
  let gate = Promise.withResolvers<void>();
  await using endpoint = await startFakeEndpoint({ held: () => gate.promise });
  const name = `In house ${project.slug}`;
  const version = { baseUrl: endpoint.url, model: "m-1", structuredOutputs: true };
  await createEndpoint({ kind: "operator" }, { name, version, projectIds: [project.id] });
  const page = await browserOf(project.lead);
  await startRun(page, project.slug, name);
  await expect(figure(page, "In flight")).toHaveText("3");

  await page.getByRole("button", { name: "Pause" }).click();
  await expect(status(page, "paused")).toBeVisible();
  gate.resolve();
  await expect(figure(page, "In flight")).toHaveText("0");
  await expect(figure(page, "Waiting")).toHaveText("3");
  await expect(figure(page, "Tokens")).not.toHaveText("0");

  gate = Promise.withResolvers();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(status(page, "running")).toBeVisible();
  await expect(figure(page, "In flight")).toHaveText("3");

  await page.getByRole("button", { name: "Cancel" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("3 deliberations that have not ended will end as cancelled");
  await dialog.getByRole("button", { name: "Cancel the run" }).click();
  await expect(status(page, "cancelled")).toBeVisible();
  await expect(page.getByText("3 of 3 prompts")).toBeVisible();
  await expect(figure(page, "Failed")).toHaveText("3");

  gate.resolve();
  await page.getByRole("button", { name: "Retry failed" }).click();
  await expect(page.getByText("3 deliberations will go on where they stopped.")).toBeVisible();
  await expect(status(page, "finished")).toBeVisible();
  await expect(figure(page, "Failed")).toHaveText("0");
});

test("an endpoint that refuses the key stops and says so; the run goes on when it is mended", async ({
  browserOf,
  project,
}) => {
  const plan = ({ key }: { key: string | null }) => (key === "the-right-key" ? null : "bad_key");
  await using endpoint = await startFakeEndpoint({ plan });
  const ada = await createPerson({ name: "Ada Admin", isAdmin: true });
  const [admin, page] = [await browserOf(ada), await browserOf(project.lead)];
  const name = `In house ${project.slug}`;

  await admin.goto("/admin/endpoints/new");
  await admin.getByLabel("Name", { exact: true }).fill(name);
  await admin.getByLabel("Base URL").fill(endpoint.url);
  await admin.getByLabel("Model", { exact: true }).fill("m-1");
  await admin.getByLabel("Key", { exact: true }).fill("a-wrong-key");
  await admin.getByRole("button", { name: "Add endpoint" }).click();
  await expect(admin.getByRole("heading", { name })).toBeVisible();

  await startRun(page, project.slug, name);
  await expect(page.getByText(`Endpoint ${name} stopped`)).toBeVisible();
  await expect(page.getByText("It refuses the key. 3 deliberations wait for it")).toBeVisible();
  await page.getByRole("link", { name: questions[0] }).click();
  await page.waitForURL(/\/runs\/1\/1$/);
  await expect(page.getByText("Waiting until its endpoint is mended.")).toBeVisible();
  await page.goBack();

  await admin.reload();
  await expect(admin.getByText("It refused the key.")).toBeVisible();
  expect(await admin.content()).not.toContain("a-wrong-key");
  await admin.getByLabel("New key").fill("the-right-key");
  await admin.getByRole("button", { name: "Replace the key" }).click();
  await expect(admin.getByText("The key is sealed.")).toBeVisible();
  await admin.getByRole("button", { name: "Test", exact: true }).click();
  await expect(admin.getByText("It answers.")).toBeVisible();
  await expect(status(admin, "ready")).toBeVisible();

  await expect(status(page, "finished")).toBeVisible();
  await expect(page.getByText("3 of 3 prompts")).toBeVisible();
  await expect(page.getByText(`Endpoint ${name} stopped`)).toBeHidden();
});

/** Starts a run over all prompts on an endpoint, and stays on its page. */
async function startRun(page: Page, slug: string, endpoint: string): Promise<void> {
  await page.goto(`/projects/${slug}/runs/new`);
  await chooseEndpoint(page, endpoint);
  await page.getByRole("button", { name: "Start with 3 prompts" }).click();
  await expect(page.getByRole("heading", { name: "Run 1" })).toBeVisible();
}

async function chooseEndpoint(page: Page, name: string): Promise<void> {
  const choice = page.getByLabel("Endpoint", { exact: true });
  const option = choice.getByRole("option", { name: `${name} ·` });
  await choice.selectOption(await option.getAttribute("value"));
}

/** The word for the whole, which stands before those for its parts. */
function status(page: Page, word: string) {
  return page.getByRole("main").getByText(word, { exact: true }).first();
}
