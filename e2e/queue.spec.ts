import { db } from "#lib/server/database/client.ts";
import { memberOf } from "#lib/server/testing/people.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { letPass } from "#lib/server/testing/reviewing.ts";
import { expect, test } from "./journey.ts";

test("a lead sets records aside, an annotator works them off, and the lead withdraws approvals and thinks better of it", async ({
  browserOf,
  project,
}) => {
  await createRecords(project.id, 4);
  const person = await memberOf(project.id, "Ina Annotator");
  const [lea, ina] = [await browserOf(project.lead), await browserOf(person)];
  const queue = `/projects/${project.slug}/review`;

  await test.step("the lead narrows the list, keeps it as a view and makes a batch of it", async () => {
    await lea.goto(queue);
    await lea.getByLabel("Search text").fill("python PROCESS");
    await lea.getByRole("combobox", { name: "Severity" }).selectOption("low");
    await lea.getByRole("button", { name: "Show" }).click();
    await expect(lea.getByText("2 records")).toBeVisible();
    await lea.getByRole("button", { name: "Save this view" }).click();
    await lea.getByRole("textbox", { name: "Name" }).fill("Homonyms");
    await lea.getByRole("dialog").getByRole("button", { name: "Save this view" }).click();
    await expect(lea.getByRole("link", { name: "Homonyms" })).toHaveAttribute("aria-current", "page");

    await lea.getByRole("button", { name: "Make a batch" }).click();
    await lea.getByRole("textbox", { name: "Name" }).fill("Words that kill");
    await lea.getByLabel("Due on").fill("2030-01-31");
    await lea.getByRole("checkbox", { name: "Ina Annotator" }).check();
    await lea.getByRole("dialog").getByRole("button", { name: "Make a batch" }).click();
    await expect(lea.getByText("The batch holds 2 records.")).toBeVisible();
    await expect(lea.getByText("No record fits these filters.")).toBeVisible();
  });

  await test.step("the annotator works it off in its order and sees what is left", async () => {
    await ina.goto(queue);
    await expect(ina.getByText("2 left")).toBeVisible();
    await ina.getByRole("button", { name: "Work through it" }).click();
    await ina.waitForURL(`${queue}/1.1`);
    await expect(ina.getByText("2 left in Words that kill")).toBeVisible();
    await ina.getByRole("radiogroup", { name: "Reasoning" }).getByRole("radio", { name: "sound" }).click();
    await ina.keyboard.press("Control+Enter");
    await ina.waitForURL(`${queue}/1.4`);
    await ina.getByRole("radiogroup", { name: "Reasoning" }).getByRole("radio", { name: "sound" }).click();
    await ina.keyboard.press("Control+Enter");
    await expect(ina.getByText("That was the last one of what you chose")).toBeVisible();
  });

  await test.step("the lead sees how far it is, once that is final", async () => {
    const reviews = await db.review.findMany({ where: { reviewerId: person.userId } });
    for (const { id } of reviews) await letPass(id, 1);
    await lea.goto(`${queue}/batches`);
    await expect(lea.getByText("2 of 2")).toBeVisible();
    await expect(lea.getByText("Ina Annotator, 2 reviewed")).toBeVisible();
  });

  await test.step("approvals are withdrawn after a preview, and stand again when that is taken back", async () => {
    await lea.goto(`${queue}?list=approved`);
    await lea.getByRole("button", { name: "Withdraw these approvals" }).click();
    await lea.getByText("Touches 2 records").click();
    await expect(lea.getByText("1.1, 1.4")).toBeVisible();
    await lea.getByRole("textbox", { name: "Reason" }).fill("The brief was wrong.");
    await lea.getByRole("button", { name: "Withdraw 2 approvals" }).click();
    await expect(lea.getByText("No record is here")).toBeVisible();
    await lea.keyboard.press("Control+z");
    await expect(lea.getByText("2 records as before")).toBeVisible();
    await expect(lea.getByRole("link", { name: /^1\.4/ })).toBeVisible();
    expect(await db.approval.count({ where: { record: { projectId: project.id }, withdrawnAt: null } })).toBe(
      2,
    );
  });

  await test.step("a claim is freed by the lead, who is not told of which record", async () => {
    await ina.goto(queue);
    await ina.getByRole("button", { name: /Start reviewing/ }).click();
    await ina.waitForURL(`${queue}/1.*`);
    await lea.goto(`${queue}/batches`);
    await lea.getByRole("button", { name: "Free" }).click();
    await lea.getByRole("alertdialog").getByRole("button", { name: "Free" }).click();
    await expect(lea.getByText("The claim is free.")).toBeVisible();
  });
});
