import type { Page } from "@playwright/test";
import { db } from "#lib/server/database/client.ts";
import { makeResetLink } from "#lib/server/people/administer.ts";
import { invite } from "#lib/server/people/invitations.ts";
import { claimRecord } from "#lib/server/reviews/claim.ts";
import { createPerson } from "#lib/server/testing/people.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { guide } from "./guide.ts";
import { expect, test } from "./journey.ts";
import { inspect, measure, openToEveryone } from "./open-to-everyone.ts";

const ofProject = [
  "",
  "/prompts",
  "/prompts/2",
  "/prompts/import",
  "/imports/1",
  "/runs",
  "/runs/new",
  "/runs/1",
  "/runs/1/2",
  "/recipes",
  "/recipes/new",
  "/recipes/new?from=aidsafe",
  "/recipes/new?from=grading",
  "/recipes/import",
  "/review",
  "/review/1.2",
  "/my-work",
  "/inbox",
  "/exposure",
  "/adjudication",
  "/insights",
  "/insights/quality",
  "/insights/planted",
  "/insights/exposure",
  "/policies",
  "/policies/5",
  "/policies/5/edit",
  "/policies/5/publish",
  "/policies/5/versions/1",
  "/guidelines",
  "/guidelines/edit",
  "/guidelines/publish",
  "/guidelines/versions/1",
  "/data-sets",
  "/data-sets/new",
  "/data-sets/1",
  "/settings",
  "/settings/exposure",
  "/settings/people",
  "/settings/audit",
].map((path) => `/projects/demonstration${path}`);
const half = ofProject.indexOf("/projects/demonstration/my-work");

async function ofRecipe(): Promise<string[]> {
  const where = { name: "AIDSAFE", project: { slug: "demonstration" } };
  const { id } = await db.recipe.findFirstOrThrow({ where, select: { id: true } });
  return ["", "/edit"].map((path) => `/projects/demonstration/recipes/${id}${path}`);
}

async function ofInstallation(): Promise<string[]> {
  const [person, endpoint] = await Promise.all([
    db.user.findFirstOrThrow({ where: { memberships: { some: {} } }, select: { id: true } }),
    db.endpoint.findUniqueOrThrow({ where: { name: "Rehearsal" }, select: { id: true } }),
  ]);
  return [
    "/projects",
    "/account",
    "/admin/endpoints",
    "/admin/endpoints/new",
    `/admin/endpoints/${endpoint.id}`,
    "/admin/people",
    `/admin/people/${person.id}`,
    "/admin/audit",
  ];
}

// In two halves, so that two workers share the pages.
for (const [which, addresses] of [
  ["of a project, from prompts to review", async () => [...ofProject.slice(0, half), ...(await ofRecipe())]],
  ["of a project, from insights to settings", async () => ofProject.slice(half)],
  ["of the installation", ofInstallation],
] as const) {
  test(`the pages ${which} are open to everyone, light and dark, and fit a phone`, async ({ browserOf }) => {
    test.slow();
    const page = await browserOf(await guide());
    for (const address of await addresses())
      await test.step(address, async () => {
        const answer = await page.goto(address);
        expect(answer?.status()).toBe(200);
        await expect(page.getByRole("main")).toBeVisible();
        await openToEveryone(page);
      });
  });
}

test("the ways in and the dead ends are open to everyone and fit a phone", async ({
  browserOf,
  project,
  expectError,
}) => {
  expectError(/status of 40[34]/);
  const [ada, ina] = await Promise.all([createPerson({ isAdmin: true }), createPerson()]);
  await db.membership.create({ data: { projectId: project.id, userId: ina.userId, role: "annotator" } });
  const { slug } = project;
  const invitation = await invite(project.lead, {
    slug,
    role: "annotator",
    email: undefined,
    days: 7,
    isAdmin: false,
  });
  const reset = await makeResetLink(ada, ina.userId);
  const [stranger, member] = [await browserOf(), await browserOf(ina)];
  const ways: [Page, string][] = [
    [stranger, "/sign-in?link=used"],
    [stranger, invitation.url],
    [stranger, reset.url],
    [stranger, "/join/used"],
    [member, invitation.url],
    [member, `/projects/${slug}/settings`],
    [member, "/projects/none"],
    [member, "/admin/people"],
  ];
  for (const [page, address] of ways) {
    await test.step(address, async () => {
      await page.goto(address);
      await openToEveryone(page);
    });
  }
});

test("the review room is open to everyone and fits a phone while somebody works in it", async ({
  browserOf,
  project,
}) => {
  await createRecords(project.id, 2);
  await claimRecord(project.lead, project.id, "1.1");
  const page = await browserOf(project.lead);
  await page.goto(`/projects/${project.slug}/review/1.1`);
  await page.keyboard.press("2");
  await page.keyboard.press("e");
  await page.getByRole("textbox", { name: "Text of thought 1" }).fill("Mended.");
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await expect(page.locator("ins")).toBeVisible();
  await openToEveryone(page);
  for (const tab of ["Deliberation", "Changes", "History"]) {
    await page.getByRole("tab", { name: tab }).click();
    await openToEveryone(page);
  }
  await page.getByRole("tab", { name: "Refined" }).click();
  // A small window at 200 %: nothing sideways, and nothing that stays in view over what it is about.
  await page.setViewportSize({ width: 640, height: 360 });
  await measure(page);
  const answers = page.getByRole("region", { name: "Your answers" });
  await page.getByRole("listitem", { name: /^Thought 1/ }).scrollIntoViewIfNeeded();
  await expect(answers).not.toBeInViewport();
  await page.setViewportSize({ width: 1280, height: 720 });
  await expect(answers).toBeInViewport();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await inspect(page);
});

test("menus and dialogs are open to everyone", async ({ browserOf, project }) => {
  const page = await browserOf(project.lead);
  await page.goto(`/projects/${project.slug}/settings/people`);
  await page.getByRole("button", { name: /account and theme$/ }).click();
  // An open menu belongs to its button and to no landmark.
  await inspect(page, ["region"]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByRole("dialog").getByRole("textbox", { name: "For whom" })).toBeFocused();
  await openToEveryone(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Remove Lea Lead" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await inspect(page);
});
