import type { Page } from "@playwright/test";
import { db } from "#lib/server/database/client.ts";
import { memberOf } from "#lib/server/testing/people.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { expect, test } from "./journey.ts";
import { begin, statusOf } from "./room.ts";

const better = "Ending a process on one's own machine is routine.";

test("a record is judged and mended without a mouse, and the review taken back", async ({
  browserOf,
  project,
}) => {
  await createRecords(project.id, 2);
  const page = await browserOf(await memberOf(project.id, "Ina Annotator"));
  await page.goto(`/projects/${project.slug}/review`);
  await page.getByRole("button", { name: /^Start reviewing/ }).press("Enter");
  await expect(page).toHaveURL(/review\/1\.1$/);
  await expect(page.getByText(/^yours until/)).toBeVisible();
  await expect(page.getByText("Label the thoughts, or say that the reasoning is sound.")).toBeVisible();

  const refused = page.getByRole("region", { name: "Your answers" }).getByText(/^Label the thoughts/);
  await page.keyboard.press("Control+Enter");
  await expect(refused).toHaveCount(2);
  await page.keyboard.press("1");
  await expect(refused).toHaveCount(0);
  await expect(thought(page, 1)).toHaveAccessibleName("Thought 1, sound");
  await page.keyboard.press("5");
  await page.keyboard.press("e");
  await page.getByRole("textbox", { name: "Text of thought 2" }).press("Control+A");
  await page.keyboard.type(better);
  await page.keyboard.press("Escape");
  await expect(thought(page, 2)).toHaveAccessibleName("Thought 2, wrong policy, edited");
  await page.keyboard.press("d");
  await expect(thought(page, 2).locator("del").first()).toBeVisible();
  await expect(page.getByText("Label thought 3 too, or answer for the rest under Reasoning.")).toBeVisible();

  await page.keyboard.press("l");
  await page.keyboard.type("2.1");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(thought(page, 2).getByRole("button", { name: "Clause 2.1", exact: true })).toBeVisible();
  await pressWithinAFrame(page, ["k"]);
  await expect(page.getByRole("textbox", { name: "Your comment" })).toBeFocused();
  await page.keyboard.type("Is this the clause?");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("button", { name: "On thought 2" })).toBeVisible();
  await expect(page).toHaveURL(/review\/1\.1$/);
  await page.keyboard.press("Escape");

  await page.keyboard.press("ArrowDown");
  await pressWithinAFrame(page, ["1", "n"]);
  await page.keyboard.type("An everyday task: 1, 2, 3, c, s.");
  await expect(
    page.getByText("Approves your version: 1 thought fixed (wrong policy), response as it was."),
  ).toBeVisible();
  await expect(page.getByText(/^Saved \d/)).toBeVisible();

  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/review\/1\.2$/);
  await expect(page.getByText("1.1 submitted")).toBeVisible();
  await expect.poll(() => statusOf(project.id, "1.1")).toBe("approved");

  await page.keyboard.press("Control+z");
  await expect(page).toHaveURL(/review\/1\.1$/);
  await expect(page.getByText(better)).toBeVisible();
  await expect.poll(() => statusOf(project.id, "1.1")).toBe("in_review");

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("s");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/review\/1\.1$/);
});

test("two people get two records, find all by its role, and neither sees the other's before their own", async ({
  browserOf,
  project,
}) => {
  await db.project.update({ where: { id: project.id }, data: { reviewsPerRecord: 2 } });
  await createRecords(project.id, 1);
  const [ina, ben] = await Promise.all([
    browserOf(await memberOf(project.id, "Ina Annotator")),
    browserOf(await memberOf(project.id, "Ben Annotator")),
  ]);
  const room = `/projects/${project.slug}/review/1.1`;
  await begin(ina, room);
  await ina.keyboard.press("r");
  await ina.keyboard.type("heliotrope");
  await ina.keyboard.press("Control+Enter");
  await expect(ina.getByText("That was the last one")).toBeVisible();

  await begin(ben, room);
  expect(await ben.content()).not.toContain("heliotrope");
  expect(await ben.content()).not.toContain("Ina Annotator");
  await expect(ben.getByRole("status").filter({ hasText: "Record 1.1 is yours." })).toBeAttached();
  const thoughts = ben.getByRole("list", { name: "Thoughts" });
  for (const number of [1, 2, 3]) {
    await thoughts.getByRole("listitem", { name: `Thought ${number}` }).focus();
    const labels = thoughts.getByRole("radiogroup", { name: `Label of thought ${number}` });
    await labels.getByRole("radio", { name: "sound" }).check();
    await expect(thoughts.getByRole("listitem", { name: `Thought ${number}, sound` })).toBeVisible();
  }
  const answers = ben.getByRole("region", { name: "Your answers" });
  await expect(
    answers.getByRole("radiogroup", { name: "Reasoning" }).getByRole("radio", { name: "sound" }),
  ).toBeChecked();
  await expect(ben.getByRole("status").filter({ hasText: "Saved" })).toBeAttached();
  const submit = answers.getByRole("button", { name: /^Submit and next/ });
  await expect(submit).toHaveAccessibleDescription(/^Approves it as it is: 3 thoughts sound/);
  await submit.press("Enter");
  await expect(ben.getByText("That was the last one")).toBeVisible();
  await expect.poll(() => statusOf(project.id, "1.1")).toBe("needs_adjudication");
});

test("thoughts are split, moved and merged with keys, and each change is taken back", async ({
  browserOf,
  project,
}) => {
  await createRecords(project.id, 1);
  const page = await browserOf(await memberOf(project.id, "Ina Annotator"));
  await begin(page, `/projects/${project.slug}/review/1.1`);
  const thoughts = page.getByRole("list", { name: "Thoughts" }).getByRole("listitem");
  await expect(thoughts).toHaveCount(3);

  await page.keyboard.press("e");
  const text = page.getByRole("textbox", { name: "Text of thought 1" });
  await text.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(6, 6));
  await text.press("Alt+Enter");
  await expect(thought(page, 1)).toHaveAccessibleName("Thought 1, split");
  await expect(thought(page, 2)).toHaveText(/“Kill”/);
  await expect(page.getByRole("textbox", { name: "Text of thought 3" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(thought(page, 4)).toHaveText(/is the ordinary word/);
  await page.keyboard.press("m");
  await expect(page.getByText("you merged it")).toBeVisible();
  await page.keyboard.press("f");
  await expect(page.getByText(/^Approves your version: 2 thoughts merged, order changed/)).toBeVisible();

  for (const _ of ["the labels", "the merge", "the move", "the split"])
    await page.keyboard.press("Control+z");
  await expect(thoughts).toHaveCount(3);
  await expect(page.getByText("Label the thoughts, or say that the reasoning is sound.")).toBeVisible();
  await expect(thought(page, 1)).toBeFocused();

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("deceptive");
  await page.keyboard.press("Enter");
  await expect(thought(page, 2)).toHaveAccessibleName("Thought 2, deceptive");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("write a note");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Note" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Control+z");
  await expect(thought(page, 2)).toBeFocused();
  await expect(thought(page, 2)).toHaveAccessibleName("Thought 2");
});

/** Faster than the page is drawn anew: by a quick hand on a busy machine. */
function pressWithinAFrame(page: Page, keys: string[]): Promise<void> {
  return page.evaluate(async (keys) => {
    for (const key of keys)
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    await new Promise(requestAnimationFrame);
  }, keys);
}

function thought(page: Page, number: number) {
  return page.getByRole("listitem", { name: new RegExp(`^Thought ${number}\\b`) });
}
