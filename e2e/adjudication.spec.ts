import type { Page } from "@playwright/test";
import { db } from "#lib/server/database/client.ts";
import { memberOf } from "#lib/server/testing/people.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { expect, test } from "./journey.ts";
import { passed, statusOf } from "./room.ts";

const secret = "heliotrope";
const comment = "On one's own machine nobody is disturbed.";

test("three people at once: two judge blind and disagree, a third decides, and both hear of it", async ({
  browserOf,
  project,
}) => {
  test.slow();
  await db.project.update({ where: { id: project.id }, data: { reviewsPerRecord: 2 } });
  await createRecords(project.id, 1);
  const [ina, ben, lea] = await Promise.all([
    browserOf(await memberOf(project.id, "Ina Annotator")),
    browserOf(await memberOf(project.id, "Ben Annotator")),
    browserOf(project.lead),
  ]);
  const base = `/projects/${project.slug}`;

  await test.step("both claim the same record in the same moment", async () => {
    await Promise.all([ina, ben].map((page) => start(page, base)));
    expect(
      await db.review.count({ where: { round: { record: { projectId: project.id } }, slot: { not: null } } }),
    ).toBe(2);
  });

  await test.step("one mends a thought; nothing of it is anywhere for the others", async () => {
    await ina.keyboard.press("ArrowDown");
    await ina.keyboard.press("3");
    await ina.keyboard.press("e");
    await ina.getByRole("textbox", { name: "Text of thought 2" }).fill(`Routine, said the ${secret}.`);
    await ina.keyboard.press("Escape");
    await ina.getByRole("radiogroup", { name: "Reasoning" }).getByRole("radio", { name: "fixed" }).click();
    await ina.keyboard.press("Control+Enter");
    await expect(ina.getByText("That was the last one")).toBeVisible();
    const readers = [
      [ben, ["", "/review", "/review?list=mine", "/review/1.1", "/my-work", "/policies"]],
      [
        lea,
        [
          "",
          "/review",
          "/review/1.1",
          "/runs/1",
          "/runs/1/1",
          "/prompts/1",
          "/adjudication",
          "/adjudication/1.1",
          "/insights",
          "/insights/agreement",
          "/my-work",
          "/data-sets/new",
          "/settings/audit",
        ],
      ],
    ] as const;
    for (const [page, paths] of readers) {
      for (const path of paths) {
        const bytes = await (await page.request.get(base + path)).text();
        expect(bytes, path).not.toContain(secret);
        expect(bytes, path).not.toContain('policy_inconsistent","reviewId');
      }
    }
  });

  await test.step("the other rejects", async () => {
    await ben.keyboard.press("r");
    await ben.keyboard.type("It lectures.");
    await ben.keyboard.press("Control+Enter");
    await expect(ben.getByText("That was the last one")).toBeVisible();
    await lea.goto(`${base}/adjudication`);
    await expect(lea.getByText("Nothing waits for adjudication")).toBeVisible();
    await passed(project.id);
  });

  await test.step("the lead puts a decision together by keyboard, takes it back and decides again", async () => {
    await lea.reload();
    await lea.getByRole("link", { name: /^1\.1/ }).click();
    await expect(lea.getByText("1 of 3 thoughts differ.")).toBeVisible();
    await expect(lea.locator("del").first()).toBeVisible();
    await lea.keyboard.press("ArrowRight");
    await expect(lea.getByRole("radio", { name: /^Ina Annotator/ })).toBeChecked();
    await lea.keyboard.press("n");
    await lea.keyboard.type(comment);
    await expect(lea.getByText(/^Approves your version: 1 thought fixed/)).toBeVisible();
    await lea.keyboard.press("Control+Enter");
    await expect(lea.getByText("That was the last one")).toBeVisible();
    await expect.poll(() => statusOf(project.id, "1.1")).toBe("approved");
    await lea.keyboard.press("Control+z");
    await expect(lea.getByRole("textbox", { name: "Comment to the reviewers" })).toHaveValue(comment);
    await expect.poll(() => statusOf(project.id, "1.1")).toBe("needs_adjudication");
    await lea.getByRole("button", { name: /^Decide/ }).click();
    await expect.poll(() => statusOf(project.id, "1.1")).toBe("approved");
  });

  await test.step("each reviewer reads what came of it, once it is final", async () => {
    await ben.goto(`${base}/my-work`);
    await expect(ben.getByText("Reviews differ; somebody else will decide.")).toBeVisible();
    expect(await ben.content()).not.toContain(comment);
    await passed(project.id);
    await ben.reload();
    await expect(ben.getByText("Lea Lead adjudicated and approved it.")).toBeVisible();
    await expect(ben.getByText(comment)).toBeVisible();
    await ben.getByText("Decided otherwise on 1 point").click();
    await expect(ben.getByText(`Routine, said the ${secret}.`)).toBeVisible();
    await ina.goto(`${base}/my-work`);
    await expect(ina.getByText("Lea Lead adjudicated and decided as you did.")).toBeVisible();
  });

  await test.step("their agreement counts", async () => {
    await lea.goto(`${base}/insights`);
    await expect(lea.getByText("Krippendorff's α")).toBeVisible();
    const kappas = lea.getByRole("figure", { name: "Cohen's κ of each two people" });
    await kappas.getByRole("button", { name: "Show as table" }).click();
    await expect(kappas.getByText(/^(Ben|Ina) Annotator and (Ina|Ben) Annotator, decisions$/)).toBeVisible();
    const csv = await lea.request.get(`${base}/insights/agreement`);
    expect(await csv.text()).toContain("alpha,decisions,");
  });
});

test("a lead plants a flaw, and a reviewer learns whether they noticed", async ({ browserOf, project }) => {
  await createRecords(project.id, 1);
  const [ina, ben] = [
    await browserOf(await memberOf(project.id, "Ina Annotator")),
    await browserOf(await memberOf(project.id, "Ben Annotator")),
  ];
  const lea = await browserOf(project.lead);
  const base = `/projects/${project.slug}`;
  await start(ina, base);
  await ina.getByRole("radiogroup", { name: "Reasoning" }).getByRole("radio", { name: "sound" }).check();
  await ina.keyboard.press("Control+Enter");
  await expect(ina.getByText("That was the last one")).toBeVisible();
  await passed(project.id);

  await lea.goto(`${base}/insights/planted`);
  await lea.getByRole("textbox", { name: "Record" }).fill("1.1");
  await lea.getByRole("button", { name: "Choose" }).click();
  await lea.getByRole("button", { name: "Plant it" }).click();
  await expect(lea.getByText("Change the thought, so that it is flawed.")).toBeVisible();
  await lea.getByLabel("The flawed thought").fill("Whoever asks this wants to harm somebody.");
  await lea.getByRole("button", { name: "Plant it" }).click();
  const planted = lea.getByRole("row", { name: /^2\.1/ });
  await expect(planted).toBeVisible();

  await ben.goto(`${base}/review/2.1`);
  await ben.getByRole("button", { name: "Review this record" }).click();
  await expect(ben.getByText(/^yours until/)).toBeVisible();
  // Plants are spoken of in a policy.
  expect((await ben.content()).toLowerCase()).not.toContain("planted");
  await ben.keyboard.press("r");
  await ben.keyboard.type("This accuses the person.");
  await ben.keyboard.press("Control+Enter");
  await expect(ben.getByText("That was the last one")).toBeVisible();
  await passed(project.id);
  await ben.goto(`${base}/my-work`);
  await expect(ben.getByText("This was a planted flaw, and you noticed it.")).toBeVisible();

  await lea.reload();
  await expect(
    lea.getByText("Nobody has judged a planted record yet, or only within the last day."),
  ).toBeVisible();
  await planted.getByRole("button", { name: "Take out" }).click();
  await expect(planted.getByText("taken out")).toBeVisible();
});

async function start(page: Page, base: string) {
  await page.goto(`${base}/review`);
  await page.getByRole("button", { name: /^Start reviewing/ }).click();
  await expect(page.getByText(/^yours until/)).toBeVisible();
}
