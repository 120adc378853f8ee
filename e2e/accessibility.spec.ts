import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { db } from "#lib/server/database/client.ts";
import { createPerson } from "#lib/server/testing/people.ts";
import { expect, test } from "./journey.ts";

const demonstration = "/projects/demonstration";

/** Every kind of page, as somebody sees it who may see all of them. */
const pages = [
  "/projects",
  "/account",
  "/admin/endpoints",
  "/admin/endpoints/new",
  "/admin/people",
  "/admin/audit",
  demonstration,
  `${demonstration}/prompts`,
  `${demonstration}/prompts/2`,
  `${demonstration}/prompts/import`,
  `${demonstration}/imports/1`,
  `${demonstration}/runs`,
  `${demonstration}/runs/new`,
  `${demonstration}/runs/1`,
  `${demonstration}/runs/1/2`,
  `${demonstration}/review`,
  `${demonstration}/review/1.2`,
  `${demonstration}/policies`,
  `${demonstration}/policies/5`,
  `${demonstration}/policies/5/edit`,
  `${demonstration}/policies/5/versions/1`,
  `${demonstration}/guidelines`,
  `${demonstration}/guidelines/edit`,
  `${demonstration}/data-sets`,
  `${demonstration}/data-sets/new`,
  `${demonstration}/settings`,
] as const;

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page is open to everyone, ${colorScheme}`, async ({ browserOf }) => {
    test.slow();
    const page = await browserOf(await adminOfDemonstration());
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const address of pages) {
      await test.step(address, async () => {
        await open(page, address);
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      });
    }
  });
}

test("every page fits a phone", async ({ browserOf }) => {
  test.slow();
  const page = await browserOf(await adminOfDemonstration());
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of pages) {
    await test.step(address, async () => {
      await open(page, address);
      const overhang = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      // A pixel may come of rounding.
      expect(overhang, "pixels to scroll sideways").toBeLessThanOrEqual(1);
    });
  }
});

async function adminOfDemonstration() {
  const person = await createPerson({ name: "Ada Admin", isAdmin: true });
  const { id: projectId } = await db.project.findUniqueOrThrow({ where: { slug: "demonstration" } });
  await db.membership.create({ data: { projectId, userId: person.userId, role: "lead" } });
  return person;
}

async function open(page: Page, address: string): Promise<void> {
  const answer = await page.goto(address);
  expect(answer?.status(), address).toBe(200);
  await expect(page.getByRole("heading", { level: 1 }).or(page.getByRole("main")).first()).toBeVisible();
}
