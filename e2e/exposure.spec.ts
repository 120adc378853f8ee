import { db } from "#lib/server/database/client.ts";
import { memberOf } from "#lib/server/testing/people.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { approving, letPass, submit } from "#lib/server/testing/reviewing.ts";
import { expect, test } from "./journey.ts";

test("a reviewer chooses how much harm they read, and the server keeps to it", async ({
  browserOf,
  project,
}) => {
  await createRecords(project.id, 3);
  await db.record.updateMany({
    where: { projectId: project.id, ref: { in: ["1.1", "1.2"] } },
    data: { severity: "high" },
  });
  const ina = await memberOf(project.id, "Ina Annotator");
  const page = await browserOf(ina);
  const base = `/projects/${project.slug}`;
  const asked = page.getByRole("heading", { name: /kill a Python process/i });

  await page.goto(`${base}/exposure`);
  await page.getByLabel(/^Blur text/).check();
  await page.getByRole("textbox", { name: "Records of high or unrated severity in a day" }).fill("1");
  await page.getByLabel("historical events").check();
  await page.getByRole("button", { name: "Save your choices" }).click();
  await expect(page.getByText("Your choices are kept")).toBeVisible();

  await page.goto(`${base}/review`);
  await page.getByRole("button", { name: /^Start reviewing/ }).click();
  await expect(page).toHaveURL(/review\/1\.1$/);
  await expect(page.getByRole("heading", { name: "Blurred until you want to read it" })).toBeVisible();
  await expect(page.getByText("high severity").first()).toBeVisible();
  await expect(asked).toBeHidden();
  // Nothing is judged unseen.
  await page.keyboard.press("1");
  expect(await db.exposure.count({ where: { userId: ina.userId } })).toBe(0);
  await page.keyboard.press("v");
  await expect(asked).toBeVisible();
  await expect.poll(() => db.exposure.count({ where: { userId: ina.userId } })).toBe(1);

  await page.keyboard.press("f");
  await page.keyboard.press("Control+Enter");
  // The other one of high severity is above her limit, the third of a category she wants none of.
  await expect(page).toHaveURL(/review\?done/);
  await expect(
    page.getByText(/^You have read your share of high or unrated severity for today/),
  ).toBeVisible();
  await page.goto(`${base}/review/1.2`);
  await expect(page.getByRole("heading", { name: "Enough of this for today" })).toBeVisible();
  await page.goto(`${base}/review/1.3`);
  await expect(page.getByRole("heading", { name: "Left out, as you chose" })).toBeVisible();

  await page.getByRole("link", { name: "Your limits and choices" }).click();
  await expect(page.getByText("1 of 1 record")).toBeVisible();
});

test("a question about a thought reaches the lead, and the answer its author", async ({
  browserOf,
  project,
}) => {
  await createRecords(project.id, 1);
  const ina = await memberOf(project.id, "Ina Annotator");
  await letPass((await submit(ina, project.id, "1.1", approving)).reviewId, 5);
  const [page, lead] = [await browserOf(ina), await browserOf(project.lead)];
  const base = `/projects/${project.slug}`;

  await page.goto(`${base}/review/1.1`);
  await page.getByRole("listitem", { name: /^Thought 2/ }).click();
  await page.keyboard.press("k");
  await page.keyboard.type("Is this a matter of policy 1?");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.getByRole("button", { name: "On thought 2" })).toBeVisible();

  await lead.goto(`${base}/inbox`);
  await expect(lead.getByText("Ina Annotator commented on 1.1")).toBeVisible();
  await lead.getByRole("link", { name: "Open the record" }).click();
  await lead.getByRole("button", { name: "Reply" }).click();
  await lead.getByRole("textbox", { name: "Your reply" }).fill("It is, see the guidelines.");
  await lead.getByRole("button", { name: "Reply" }).click();
  await expect(lead.getByText("It is, see the guidelines.")).toBeVisible();
  await lead.getByRole("button", { name: "Resolve" }).click();
  await expect(lead.getByRole("button", { name: "Show 1 resolved thread" })).toBeVisible();

  await page.goto(base);
  await page.getByRole("link", { name: /Inbox.*2 new messages/ }).click();
  await expect(page.getByText("Lea Lead resolved what you asked about 1.1")).toBeVisible();
  await expect(page.getByText("Lea Lead commented on 1.1")).toBeVisible();
  await expect(page.getByRole("link", { name: /Inbox.*new message/ })).toBeHidden();

  await page.goto(`${base}/review/1.1`);
  await page.getByRole("button", { name: "Say what you would change" }).click();
  await page.getByRole("radio", { name: "Reject" }).check();
  await page.getByPlaceholder("Why, in a sentence").fill("The lead convinced me.");
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByText("You, after seeing the others: would reject")).toBeVisible();
});
