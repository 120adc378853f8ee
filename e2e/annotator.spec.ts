import type { Page, Request } from "@playwright/test";
import { db } from "#lib/server/database/client.ts";
import { createPerson, createProjectWith, memberOf } from "#lib/server/testing/people.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { expect, test } from "./journey.ts";

const refused = "Your role does not allow this";
const notThere = "There is nothing here";

test("an invited annotator reviews, and finds every other door shut", async ({
  browserOf,
  project,
  expectError,
}) => {
  expectError(/status of 40[34]/);
  await createRecords(project.id, 1);
  const elsewhere = await createProjectWith([], `Elsewhere ${project.slug}`);
  const ada = await createPerson({ name: "Ada Admin", isAdmin: true });
  const link = await invite(await browserOf(ada), project.name);

  const page = await browserOf();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: `Join ${project.name}` })).toBeVisible();
  await expect(page.getByText("Ada Admin invites you as an annotator.")).toBeVisible();
  await page.getByLabel("Name").fill("Ina Annotator");
  await page.getByLabel("E-mail").fill(`ina@${project.slug}.example.org`);
  await page.getByLabel("Password").fill("a few words together");
  await page.getByRole("button", { name: "Create account and join" }).click();
  await expect(page.getByRole("heading", { name: "1 record waits for your review" })).toBeVisible();

  await test.step("the navigation offers what is theirs", async () => {
    const pages = page.getByRole("navigation", { name: "Pages of this project" }).getByRole("link");
    await expect(pages).toHaveText([
      "Home",
      /^Review/,
      "Inbox",
      "My work",
      "Exposure",
      "Pairs",
      "Policies",
      "Guidelines",
    ]);
  });

  await test.step("they review", async () => {
    await page.getByRole("link", { name: /^Review/ }).click();
    await page.getByRole("button", { name: /^Start reviewing/ }).click();
    await expect(page.getByRole("button", { name: "Submit and next" })).toBeVisible();
  });

  await test.step("pages of other roles say so", async () => {
    for (const path of [
      "/prompts",
      "/runs",
      "/runs/1",
      "/runs/1/1",
      "/data-sets",
      "/insights",
      "/insights/planted",
      "/adjudication",
      "/settings",
    ]) {
      await page.goto(`/projects/${project.slug}${path}`);
      await expect(page.getByRole("heading", { name: refused }), path).toBeVisible();
    }
    await page.goto("/admin/people");
    await expect(page.getByRole("heading", { name: refused })).toBeVisible();
  });

  await test.step("another project looks like one that does not exist", async () => {
    for (const slug of [elsewhere.slug, "no-such-project"]) {
      await page.goto(`/projects/${slug}`);
      await expect(page.getByRole("heading", { name: notThere })).toBeVisible();
      await expect(page.getByText(elsewhere.name)).toBeHidden();
    }
  });

  await test.step("so do handlers and streams", async () => {
    const get = async (path: string) => (await page.request.get(path)).status();
    const own = `/projects/${project.slug}`;
    expect(await get(`/api${own}/runs/1/stream`)).toBe(403);
    expect(await get(`/api${own}/runs/1/1/stream`)).toBe(403);
    expect(await get(`${own}/data-sets/1/aidsafe/download`)).toBe(403);
    expect(await get(`/api/projects/${elsewhere.slug}/runs/1/stream`)).toBe(404);
    expect(await get(`/projects/${elsewhere.slug}/data-sets/1/aidsafe/download`)).toBe(404);
    const headers = { origin: new URL(page.url()).origin, "x-file-name": "prompts.csv" };
    const upload = await page.request.post(`/api${own}/imports`, { headers, data: "prompt\nMay I?\n" });
    expect(upload.status()).toBe(403);
    expect(await db.import.count({ where: { projectId: project.id } })).toBe(0);
  });

  await test.step("the link is used up", async () => {
    const another = await browserOf();
    await another.goto(link);
    await expect(another.getByRole("heading", { name: "does not work any more" })).toBeVisible();
  });
});

test("what a lead sent does nothing when somebody else sends it again", async ({ browserOf, project }) => {
  const [ina, stranger] = await Promise.all([createPerson({ name: "Ina Annotator" }), createPerson()]);
  await db.membership.create({
    data: { projectId: project.id, userId: ina.userId, role: "annotator" },
  });
  const lead = await browserOf(project.lead);
  await lead.goto(`/projects/${project.slug}/settings`);
  await lead.getByLabel("Name").fill("Renamed by its lead");
  const [sent] = await Promise.all([
    lead.waitForRequest((request) => request.method() === "POST"),
    lead.getByRole("button", { name: "Save settings" }).click(),
  ]);
  await expect(lead.getByText("Settings saved")).toBeVisible();

  const body = sent.postData()?.replace("its lead", "somebody else") ?? "";
  expect(body).toContain("somebody else");
  expect(await answerTo(sent, body, await browserOf(ina))).toContain("Your role does not allow this");
  expect(await answerTo(sent, body, await browserOf(stranger))).toContain("There is nothing here");
  expect(await answerTo(sent, body, await browserOf())).toContain("Please sign in");
  const { name } = await db.project.findUniqueOrThrow({ where: { id: project.id } });
  expect(name).toBe("Renamed by its lead");
});

test("who is taken out of a project is out with the next request, and with what they listen to", async ({
  browserOf,
  project,
  expectError,
}) => {
  expectError(/status of 404/);
  await createRecords(project.id, 1);
  const rea = await memberOf(project.id, "Rea Reader", { role: "reader" });
  const [lead, reader] = [await browserOf(project.lead), await browserOf(rea)];
  await reader.goto(`/projects/${project.slug}/runs/1`);
  await expect(reader.getByRole("heading", { name: "Run 1" })).toBeVisible();
  const stream = `/api/projects/${project.slug}/runs/1/stream`;
  const heard = await listenTo(reader, stream);

  await lead.goto(`/projects/${project.slug}/settings/people`);
  await lead.getByRole("button", { name: "Remove Rea Reader" }).click();
  await lead.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(lead.getByText("Rea Reader is no longer a member")).toBeVisible();

  // It ends by itself.
  await heard.evaluate(({ rest }) => rest());
  await reader.reload();
  await expect(reader.getByRole("heading", { name: notThere })).toBeVisible();
  expect((await reader.request.get(stream)).status()).toBe(404);
});

/** Opens a stream in the page and waits until it said something. @returns what follows, up to its end */
function listenTo(page: Page, url: string) {
  return page.evaluateHandle(async (url) => {
    const { body } = await fetch(url);
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = "";
    const listen = async (until: () => boolean) => {
      while (!until()) {
        const { done, value } = (await reader?.read()) ?? { done: true };
        if (done) return;
        heard += value;
      }
    };
    await listen(() => heard.includes("data: "));
    if (!heard.includes("data: ")) throw new Error(`The stream ended with ${heard}`);
    return { rest: () => listen(() => false) };
  }, url);
}

/** Makes an invitation for an annotator, as an admin does. @returns the link that was shown */
async function invite(admin: Page, projectName: string): Promise<string> {
  await admin.goto("/admin/people");
  await admin.getByRole("button", { name: "Invite" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Project").selectOption(projectName);
  await dialog.getByRole("radio", { name: /^Annotator/ }).check();
  await dialog.getByRole("button", { name: "Make the link" }).click();
  return (await dialog.getByText("/join/").textContent()) ?? "";
}

/** Sends a request again from another browser, whose cookies go with it. */
async function answerTo(sent: Request, body: string, page: Page): Promise<string> {
  const { cookie: _, ...headers } = await sent.allHeaders();
  const named = Object.entries(headers).filter(([name]) => !name.startsWith(":"));
  const answer = await page.request.post(sent.url(), { headers: Object.fromEntries(named), data: body });
  return answer.text();
}
