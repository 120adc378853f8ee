import { db } from "#lib/server/database/client.ts";
import { approve, createPrompt, createRecord, createRun } from "#lib/server/testing/approved-record.ts";
import { createPerson } from "#lib/server/testing/people.ts";
import { expect, test } from "./journey.ts";

test("an admin erases a prompt by its number, with a reason, and no page shows it again", async ({
  browserOf,
  project,
}) => {
  const admin = await createPerson({ name: "Ada Admin", isAdmin: true });
  await db.membership.create({ data: { projectId: project.id, userId: admin.userId, role: "lead" } });
  const run = await createRun(project.id);
  const prompt = await createPrompt(project.id, "Where does Marguerite live?");
  const thoughts = [{ text: "Marguerite is a private person.", clauses: ["1.3"] }];
  const { recordId } = await createRecord(project.id, {
    prompt,
    run,
    thoughts,
    response: "I will not look for Marguerite.",
  });
  await approve(recordId, admin.userId);

  const lead = await browserOf(project.lead);
  await lead.goto(`/projects/${project.slug}/prompts/1`);
  await expect(lead.getByText("Where does Marguerite live?")).toBeVisible();
  await expect(lead.getByRole("button", { name: "Erase the prompt" })).toBeHidden();

  const page = await browserOf(admin);
  await page.goto(`/projects/${project.slug}/prompts/1`);
  await page.getByRole("button", { name: "Erase the prompt" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("button", { name: "Erase the prompt" })).toBeDisabled();
  await dialog.getByLabel("Type “1” to confirm").fill("1");
  await dialog.getByRole("button", { name: "Erase the prompt" }).click();
  await expect(dialog.getByText("Say why. The audit log keeps it.")).toBeVisible();
  await dialog.getByLabel("Reason").fill("Asked for by the person it names.");
  await dialog.getByRole("button", { name: "Erase the prompt" }).click();
  await expect(page.getByText("Prompt 1 is erased.")).toBeVisible();
  await expect(page.getByText("Asked for by the person it names.")).toBeVisible();

  for (const path of [
    "/prompts",
    "/prompts/1",
    "/runs/1",
    "/runs/1/1",
    "/review/1.1",
    "/data-sets/new",
    "/settings/audit",
  ]) {
    await page.goto(`/projects/${project.slug}${path}`);
    await expect(page.getByRole("main")).not.toBeEmpty();
    await expect(page.getByText("Marguerite"), path).toHaveCount(0);
  }
  await expect(page.getByText("erased content")).toBeVisible();
});
