import type { Page } from "@playwright/test";
import { db } from "#lib/server/database/client.ts";
import { approve, createPrompt, createRecord, createRun } from "#lib/server/testing/approved-record.ts";
import { createPerson, memberOf } from "#lib/server/testing/people.ts";
import { expect, test } from "./journey.ts";

test("a clause is changed: what that touches is said before, and done after", async ({
  browserOf,
  project,
}) => {
  const reviewer = await createPerson({ name: "Rea Reviewer" });
  const run = await createRun(project.id);
  for (const clause of ["5.1", "5.2"]) {
    const prompt = await createPrompt(project.id, `Does it cite ${clause}?`);
    const thoughts = [{ text: "So.", clauses: [clause] }];
    const { recordId } = await createRecord(project.id, { prompt, run, thoughts });
    await approve(recordId, reviewer.userId);
  }
  const page = await browserOf(project.lead);
  await page.goto(`/projects/${project.slug}/policies`);
  await page.getByRole("link", { name: "Respect and helpfulness" }).click();
  await page.getByRole("link", { name: "Edit" }).click();

  await page.getByRole("button", { name: "Add clause 5.9" }).click();
  await expect(area(page)).toBeFocused();
  await page.keyboard.type("Say so when a question was not understood.");
  await expect(page.getByRole("region", { name: "Preview" })).toContainText(
    "when a question was not understood",
  );
  await change(page, (text) => text.replace("\n5.1 ", "\n4.9 "));
  await expect(page.getByText("4.9 is the number of a clause of another policy")).toBeVisible();
  await change(page, (text) => text.replace("\n4.9 ", "\n5.1 Put simply: "));
  await expect(page.getByText("No problems")).toBeVisible();
  await page.getByRole("button", { name: "Review and publish" }).click();

  await expect(
    page.getByRole("heading", { name: "Publish version 2 of Respect and helpfulness" }),
  ).toBeVisible();
  await expect(page.getByText("1 clause changed · 1 clause added")).toBeVisible();
  await expect(
    page.getByText("1 record that cites a changed or removed clause becomes stale: 1 approved"),
  ).toBeVisible();
  await page.getByRole("button", { name: "Publish version 2" }).click();
  await expect(page.getByText("Version 2 is in force. 1 record became stale.")).toBeVisible();
  await expect(page.getByText("Put simply:")).toBeVisible();

  await page.getByRole("link", { name: "Version 1" }).click();
  await page.getByRole("link", { name: "Changes from version 2" }).click();
  await expect(page.getByText("1 clause changed · 1 clause removed")).toBeVisible();
  const statuses = await db.record.groupBy({
    by: ["status"],
    where: { projectId: project.id },
    _count: true,
  });
  expect(Object.fromEntries(statuses.map(({ status, _count }) => [status, _count]))).toEqual({
    approved: 1,
    stale: 1,
  });
});

test("two leads who write at once keep both texts, and a crash costs no word", async ({
  browserOf,
  project,
}) => {
  const other = await memberOf(project.id, "Lou Lead", { role: "lead" });
  const address = `/projects/${project.slug}/policies/3/edit`;
  const [mine, theirs] = [await browserOf(project.lead), await browserOf(other)];
  for (const page of [mine, theirs]) await page.goto(address);

  await change(theirs, (text) => `${text}\n3.8 Theirs.\n`);
  await expect(theirs.getByText(/^Saved/)).toBeVisible();
  await change(mine, (text) => `${text}\n3.8 Mine.\n`);
  await expect(mine.getByText("Two versions of this draft")).toBeVisible();
  await expect(mine.getByText("Saved by Lou Lead")).toBeVisible();
  await mine.getByRole("button", { name: "Go on with yours" }).click();
  await expect(mine.getByText("The other text is kept in this browser")).toBeVisible();
  await expect(mine.getByText(/^Saved/)).toBeVisible();

  await change(mine, (text) => `${text}\n3.9 Typed just before a crash.\n`);
  await mine.reload();
  await expect(area(mine)).toHaveValue(/3\.8 Mine\.\s+3\.9 Typed just before a crash\./);
  await mine.getByRole("button", { name: "Dismiss" }).click();
  await expect(mine.getByText("The other text is kept in this browser")).toBeHidden();
});

test("guidelines are written, published and compared", async ({ browserOf, project }) => {
  const page = await browserOf(project.lead);
  await page.goto(`/projects/${project.slug}/guidelines`);
  await page.getByRole("link", { name: "Edit" }).click();
  await change(page, (text) => `${text}\nAsk a colleague when in doubt.\n`);
  await page.getByRole("button", { name: "Review and publish" }).click();
  await expect(page.locator("ins", { hasText: "Ask a colleague when in doubt." })).toBeVisible();
  await page.getByRole("button", { name: "Publish version 2" }).click();
  await expect(page.getByText("Version 2 is in force.")).toBeVisible();
  await page.getByRole("link", { name: "Version 1" }).click();
  await page.getByRole("link", { name: "Changes from version 2" }).click();
  await expect(page.locator("del", { hasText: "Ask a colleague when in doubt." })).toBeVisible();
});

function area(page: Page) {
  return page.getByRole("textbox", { name: /as Markdown$/ });
}

async function change(page: Page, how: (text: string) => string): Promise<void> {
  await area(page).fill(how(await area(page).inputValue()));
}
