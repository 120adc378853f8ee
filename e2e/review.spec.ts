import type { Page } from "@playwright/test";
import type { ProjectRole } from "#lib/domain/access/actions.ts";
import { db } from "#lib/server/database/client.ts";
import { createPerson } from "#lib/server/testing/people.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { expect, test } from "./journey.ts";

const better = "Ending a process on one's own machine is routine.";

test("a record is judged and mended without a mouse, and the review taken back", async ({
  browserOf,
  project,
}) => {
  await createRecords(project.id, 2);
  const page = await browserOf(await memberOf(project, "Ina Annotator"));
  await page.goto(`/projects/${project.slug}/review`);
  await page.getByRole("button", { name: /^Start reviewing/ }).press("Enter");
  await expect(page).toHaveURL(/review\/1\.1$/);
  await expect(page.getByText(/^yours until/)).toBeVisible();
  await expect(page.getByText("Label the thoughts, or say that the reasoning is sound.")).toBeVisible();

  await page.keyboard.press("1");
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
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("1");
  await page.keyboard.press("n");
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

test("two people get two records, and neither sees the other's before their own", async ({
  browserOf,
  project,
}) => {
  await db.project.update({ where: { id: project.id }, data: { reviewsPerRecord: 2 } });
  await createRecords(project.id, 1);
  const [ina, ben] = await Promise.all([
    browserOf(await memberOf(project, "Ina Annotator")),
    browserOf(await memberOf(project, "Ben Annotator")),
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
  await ben.getByRole("radiogroup", { name: "Reasoning" }).getByRole("radio", { name: "sound" }).check();
  await ben.keyboard.press("Control+Enter");
  await expect(ben.getByText("That was the last one")).toBeVisible();
  await expect.poll(() => statusOf(project.id, "1.1")).toBe("needs_adjudication");
});

test("nothing written is lost: the line breaks, the tab dies, two tabs write at once", async ({
  browserOf,
  project,
  expectError,
}) => {
  expectError(/ERR_INTERNET_DISCONNECTED|409 \(Conflict\)/);
  await createRecords(project.id, 1);
  const room = `/projects/${project.slug}/review/1.1`;
  const page = await browserOf(await memberOf(project, "Ina Annotator"));
  await begin(page, room);
  // As the server sends it, the room takes no key: it would be mixed with what is stored.
  expect(await (await page.request.get(room)).text()).toContain('data-layout="room" inert=""');

  await page.context().setOffline(true);
  await page.keyboard.press("n");
  await page.keyboard.type("Written offline.");
  await expect(page.getByText("Offline: kept on this device")).toBeVisible();
  const next = await page.context().newPage();
  await page.close();
  await next.context().setOffline(false);
  await open(next, room);
  await expect(next.getByText("found on this device and are saved now")).toBeVisible();
  await expect(note(next)).toHaveValue("Written offline.");
  await expect(next.getByText(/^Saved \d/)).toBeVisible();

  const other = await next.context().newPage();
  await open(other, room);
  await note(other).fill("From the other tab.");
  await expect.poll(() => storedNote(project.id)).toBe("From the other tab.");
  await note(next).fill("From the first tab.");
  const conflict = next.getByRole("dialog", { name: "This review was written in two places" });
  const stored = conflict.getByRole("radio", { name: "Saved elsewhere From the other tab." });
  await expect(conflict.getByRole("radio", { name: "In this tab From the first tab." })).toBeChecked();
  await stored.focus();
  await next.keyboard.press("Space");
  await expect(stored).toBeChecked();
  await next.keyboard.press("ArrowUp");
  await conflict.getByRole("button", { name: "Go on with what is chosen" }).click();
  await expect(note(next)).toHaveValue("From the first tab.");
  await expect.poll(() => storedNote(project.id)).toBe("From the first tab.");
  await next.getByRole("button", { name: "Switch to it" }).click();
  await expect(note(next)).toHaveValue("From the other tab.");
});

test("going back asks while something is unsaved, and saves on the way otherwise", async ({
  browserOf,
  project,
  expectError,
}) => {
  expectError(/ERR_INTERNET_DISCONNECTED/);
  await createRecords(project.id, 1);
  const queue = `/projects/${project.slug}/review`;
  const page = await browserOf(await memberOf(project, "Ina Annotator"));
  await page.goto(queue);
  await page.getByRole("button", { name: "Start reviewing" }).click();
  await expect(page.getByText(/^yours until/)).toBeVisible();
  await page.context().setOffline(true);
  await note(page).fill("Written offline.");
  await expect(page.getByText("Offline: kept on this device")).toBeVisible();
  await page.evaluate(() => history.back());
  const leaving = page.getByRole("dialog", { name: "Leave what is not saved?" });
  await leaving.getByRole("button", { name: "Stay" }).click();
  await expect(note(page)).toHaveValue("Written offline.");
  await page.context().setOffline(false);
  await expect(page.getByText(/^Saved \d/)).toBeVisible();

  await note(page).fill("Written on the way out.");
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(queue);
  await expect.poll(() => storedNote(project.id)).toBe("Written on the way out.");
});

test("thoughts are split, moved and merged with keys, and each change is taken back", async ({
  browserOf,
  project,
}) => {
  await createRecords(project.id, 1);
  const page = await browserOf(await memberOf(project, "Ina Annotator"));
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

  await page.keyboard.press("Control+k");
  await page.keyboard.type("deceptive");
  await page.keyboard.press("Enter");
  await expect(thought(page, 3)).toHaveAccessibleName("Thought 3, deceptive");
});

test("a session that ended is renewed over the page, and nothing is lost", async ({
  browserOf,
  project,
  expectError,
}) => {
  expectError(/401 \(Unauthorized\)/);
  await createRecords(project.id, 1);
  const ina = await createPerson({ name: "Ina Annotator", password: "correct horse battery" });
  await db.membership.create({ data: { projectId: project.id, userId: ina.userId, role: "annotator" } });
  const page = await browserOf(ina);
  await begin(page, `/projects/${project.slug}/review/1.1`);
  await db.session.deleteMany({ where: { userId: ina.userId } });
  await page.keyboard.press("n");
  await page.keyboard.type("Written signed out.");
  await expect(page.getByText("Signed out: kept on this device")).toBeVisible();
  await page.getByRole("button", { name: "Sign in" }).click();
  const dialog = page.getByRole("dialog", { name: "You were signed out" });
  await dialog.getByRole("textbox", { name: "E-mail" }).fill(ina.email);
  await dialog.getByLabel("Password").fill("correct horse battery");
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await expect.poll(() => storedNote(project.id)).toBe("Written signed out.");
  await expect(note(page)).toHaveValue("Written signed out.");
});

async function memberOf(project: { id: string }, name: string, role: ProjectRole = "annotator") {
  const person = await createPerson({ name });
  await db.membership.create({ data: { projectId: project.id, userId: person.userId, role } });
  return person;
}

/** Opens a room and waits until it stands: its state in the header comes last. */
async function open(page: Page, room: string) {
  await page.goto(room);
  await expect(page.getByRole("button", { name: "Keys" })).toBeVisible();
}

async function begin(page: Page, room: string) {
  await open(page, room);
  await page.getByRole("button", { name: "Review this record" }).click();
  await expect(page.getByText(/^yours until/)).toBeVisible();
}

function thought(page: Page, number: number) {
  return page.getByRole("listitem", { name: new RegExp(`^Thought ${number}\\b`) });
}

function note(page: Page) {
  return page.getByRole("textbox", { name: "Note" });
}

async function statusOf(projectId: string, ref: string) {
  return (await db.record.findUniqueOrThrow({ where: { projectId_ref: { projectId, ref } } })).status;
}

async function storedNote(projectId: string) {
  const draft = await db.draft.findFirstOrThrow({ where: { review: { round: { record: { projectId } } } } });
  return (draft.content as { note: string }).note;
}
