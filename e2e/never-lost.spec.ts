import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Request } from "@playwright/test";
import { db } from "#lib/server/database/client.ts";
import { databaseUrl } from "#lib/server/database/url.ts";
import { env, root } from "#lib/server/env.ts";
import { memberOf } from "#lib/server/testing/people.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { expect, test } from "./journey.ts";
import { begin, note, open, reword, rewrite, statusOf } from "./room.ts";

test("nothing written is lost: the line breaks, the tab dies, two tabs write at once", async ({
  browserOf,
  project,
  expectError,
}) => {
  expectError(/ERR_INTERNET_DISCONNECTED|409 \(Conflict\)/);
  await createRecords(project.id, 1);
  const room = `/projects/${project.slug}/review/1.1`;
  const page = await browserOf(await memberOf(project.id, "Ina Annotator"));
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
  await expect(next.getByText("This record is open in a newer tab, which leads.")).toBeVisible();
  await note(other).fill("From the other tab.");
  await expect.poll(() => storedNote(project.id)).toBe("From the other tab.");
  await note(next).fill("From the first tab.");
  // Who is writing is told in the header, and asked when they leave the field.
  await expect(next.getByRole("button", { name: "Not saved: written in two places" })).toBeVisible();
  await next.keyboard.press("Escape");
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
  const page = await browserOf(await memberOf(project.id, "Ina Annotator"));
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

test("a session that ended is renewed over the page, and nothing is lost", async ({
  browserOf,
  project,
  expectError,
}) => {
  expectError(/401 \(Unauthorized\)/);
  await createRecords(project.id, 1);
  const ina = await memberOf(project.id, "Ina Annotator", { password: "correct horse battery" });
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

test("the server is killed in mid-save: what was answered is there, and the room goes on by itself", async ({
  browserOf,
  project,
  expectError,
}) => {
  test.slow();
  expectError(/ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)/);
  await createRecords(project.id, 1);
  await using first = await startServer();
  const page = await browserOf(await memberOf(project.id, "Ina Annotator"));
  const answered: number[] = [];
  page.on("response", async (response) => {
    if (!isSave(response.request()) || !response.ok()) return;
    answered.push(((await response.json().catch(() => ({ version: 0 }))) as { version: number }).version);
  });
  await begin(page, `${first.url}/projects/${project.slug}/review/1.1`);
  let sent = 0;
  page.on("request", (request) => {
    if (isSave(request) && ++sent === 3) void first.kill();
  });
  await page.keyboard.press("n");
  const text = "Each word of this was typed while the server was killed and started again. ".repeat(2);
  await page.keyboard.type(text, { delay: 25 });
  await expect(page.getByText("Offline: kept on this device")).toBeVisible();
  await first.kill();

  expect(answered.length).toBeGreaterThanOrEqual(2);
  const stored = await db.draft.findFirstOrThrow({
    where: { review: { round: { record: { projectId: project.id } } } },
  });
  // The save under way may be stored without an answer; none that was answered may be missing.
  expect([0, 1]).toContain(stored.version - Math.max(...answered));
  const kept = (stored.content as { note: string }).note;
  expect(text.startsWith(kept) && kept !== "" && kept !== text).toBe(true);

  await using _second = await startServer();
  // A server that has only just come up answers its first requests slowly.
  await expect(page.getByText(/^Saved \d/)).toBeVisible({ timeout: 30_000 });
  expect(await storedNote(project.id)).toBe(text);
});

test("a record whose policies change while it is open says so, keeps the work, and takes it up anew", async ({
  browserOf,
  project,
}) => {
  await createRecords(project.id, 1);
  const room = `/projects/${project.slug}/review/1.1`;
  const page = await browserOf(await memberOf(project.id, "Ina Annotator"));
  await begin(page, room);
  await page.keyboard.press("1");
  await note(page).fill("Judged by the old words.");
  await expect.poll(() => storedNote(project.id)).toBe("Judged by the old words.");
  await reword(project.lead, project.id, "5.2");
  await note(page).fill("Judged by the old words, to the end.");
  await expect(page.getByText("You do not hold this record any more")).toBeVisible();
  await expect.poll(() => storedNote(project.id)).toBe("Judged by the old words, to the end.");
  await page.keyboard.press("Escape");
  await page.keyboard.press("f");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("You do not hold this record any more")).toBeVisible();
  expect(await statusOf(project.id, "1.1")).toBe("stale");

  await page.getByRole("button", { name: "Claim it anew" }).click();
  await expect(page.getByText("The policies changed since this was judged.")).toBeVisible();
  await expect(note(page)).toHaveValue("Judged by the old words, to the end.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("That was the last one")).toBeVisible();
  await expect.poll(() => statusOf(project.id, "1.1")).toBe("approved");
});

test("two versions are merged thought by thought, and both are kept; a claim that somebody took over keeps the work", async ({
  browserOf,
  project,
  expectError,
}) => {
  expectError(/ERR_INTERNET_DISCONNECTED|409 \(Conflict\)/);
  await createRecords(project.id, 1);
  const room = `/projects/${project.slug}/review/1.1`;
  const ina = await memberOf(project.id, "Ina Annotator");
  const [desk, phone] = [await browserOf(ina), await browserOf(ina)];
  await begin(desk, room);
  await open(phone, room);

  await test.step("two devices write in the same thought, and each in one of its own", async () => {
    await phone.keyboard.press("1");
    await rewrite(phone, 1, "From the phone, one.");
    await rewrite(phone, 2, "From the phone, two.");
    await expect(phone.getByText(/^Saved \d/)).toBeVisible();
    await desk.context().setOffline(true);
    await rewrite(desk, 1, "From the desk, one.");
    await rewrite(desk, 3, "From the desk, three.");
    await expect(desk.getByText("Offline: kept on this device")).toBeVisible();
    await desk.context().setOffline(false);
    const dialog = desk.getByRole("dialog", { name: "This review was written in two places" });
    await expect(dialog).toBeVisible();
    await dialog
      .getByRole("radiogroup", { name: "Thought 1", exact: true })
      .getByRole("radio", { name: /^Saved elsewhere/ })
      .check();
    await dialog.getByRole("button", { name: "Go on with what is chosen" }).click();
    for (const text of ["From the phone, one.", "From the phone, two.", "From the desk, three."]) {
      await expect(desk.getByRole("list", { name: "Thoughts" }).getByText(text)).toBeVisible();
    }
    await expect(desk.getByText(/^Saved \d/)).toBeVisible();
    await desk.getByRole("button", { name: "Switch to it" }).click();
    await expect(desk.getByText("From the desk, one.")).toBeVisible();
    await desk.getByRole("button", { name: "Switch to it" }).click();
    await expect(desk.getByText("From the phone, one.")).toBeVisible();
  });

  await test.step("somebody else takes the record over while the line is down", async () => {
    const ben = await browserOf(await memberOf(project.id, "Ben Annotator"));
    await phone.close();
    await desk.context().setOffline(true);
    await db.review.updateMany({
      where: { reviewerId: ina.userId },
      data: { claimExpiresAt: new Date(Date.now() - 1_000) },
    });
    await begin(ben, room);
    await desk.context().setOffline(false);
    await note(desk).fill("Written after it was taken over.");
    await expect(desk.getByText("You do not hold this record any more")).toBeVisible();
    await expect.poll(() => storedNote(project.id)).toBe("Written after it was taken over.");
    await ben.keyboard.press("s");
    await expect(ben.getByText("That was the last one")).toBeVisible();
    await open(desk, room);
    await expect(desk.getByText(/^yours until/)).toBeVisible();
    await expect(note(desk)).toHaveValue("Written after it was taken over.");
    await expect(desk.getByText("From the phone, two.")).toBeVisible();
  });
});

test("double clicks, a wrong clock and the back button make no second review and lose none", async ({
  browserOf,
  project,
}) => {
  await createRecords(project.id, 3);
  const ina = await memberOf(project.id, "Ina Annotator");
  const page = await browserOf(ina);
  await page.clock.setSystemTime(new Date("2001-01-01T00:00:00Z"));
  await begin(page, `/projects/${project.slug}/review/1.1`);
  await page.keyboard.press("f");
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await page.getByRole("button", { name: /^Submit and next/ }).dblclick();
  await expect(page).toHaveURL(/review\/1\.2$/);
  // A room that is only on its way takes no key.
  await expect(page.getByText("Record 1.2 is yours.")).toBeAttached();
  await page.keyboard.press("1");
  await expect(page.getByRole("listitem", { name: "Thought 1, sound" })).toBeVisible();
  await page.goBack();
  await expect(page.getByText("You approved this record.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Submit and next/ })).toBeHidden();
  await page.goForward();
  await expect(page.getByRole("listitem", { name: "Thought 1, sound" })).toBeVisible();
  const reviews = await db.review.findMany({ where: { reviewerId: ina.userId }, orderBy: { id: "asc" } });
  expect(reviews.map(({ status, withdrawnAt }) => [status, withdrawnAt])).toEqual([
    ["submitted", null],
    ["draft", null],
  ]);
});

/** A server of its own on the same database, to be killed without harm to other journeys. */
async function startServer() {
  const port = env.port + 40;
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [path.join(root, "scripts/start.ts")], {
    cwd: root,
    env: { ...process.env, PORT: `${port}`, DATABASE_URL: databaseUrl(), COLLOQUY_DEMO: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface(server.stdout)) if (line.startsWith("Colloquy is ready")) break;
  async function kill() {
    server.kill("SIGKILL");
    if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
  }
  return { url, kill, [Symbol.asyncDispose]: kill };
}

function isSave(request: Request): boolean {
  return request.method() === "PUT" && request.url().endsWith("/draft");
}

/** The note of the draft that was saved last. */
async function storedNote(projectId: string) {
  const draft = await db.draft.findFirst({
    where: { review: { round: { record: { projectId } } } },
    orderBy: { updatedAt: "desc" },
  });
  return draft && (draft.content as { note: string }).note;
}
