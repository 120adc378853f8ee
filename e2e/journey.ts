import { readFileSync } from "node:fs";
import { type BrowserContext, test as base, expect, type Locator, type Page } from "@playwright/test";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import type { ProjectHandle } from "#lib/server/projects/shell.ts";
import { createPerson, createProjectWith, sessionCookie } from "#lib/server/testing/people.ts";

export { expect };

type Fixtures = {
  /** A browser of somebody's own: signed in as this person, or as nobody yet. */
  browserOf: (person?: PersonActor) => Promise<Page>;
  /** A project that no other test touches, and who leads it. */
  project: ProjectHandle & { lead: PersonActor };
  /** Says that an error on the console belongs to the journey, such as the browser's own words for a 403. */
  expectError: (words: RegExp) => void;
  complaints: { heard: string[]; expected: RegExp[] };
};

let projects = 0;

/** A journey in a browser. Whatever page it opens, an unexpected error on the console fails it. */
export const test = base.extend<Fixtures>({
  complaints: [
    async ({ baseURL }, use) => {
      const complaints = { heard: [], expected: [] } as Fixtures["complaints"];
      await use(complaints);
      const { heard, expected } = complaints;
      const unexpected = heard.filter((complaint) => !expected.some((words) => words.test(complaint)));
      expect(
        unexpected.map((complaint) => complaint.replaceAll(baseURL ?? "", "")),
        "errors on the console",
      ).toEqual([]);
    },
    { auto: true },
  ],

  expectError: async ({ complaints }, use) => use((words) => void complaints.expected.push(words)),

  context: async ({ context, complaints }, use) => {
    listen(context, complaints.heard);
    await use(context);
  },

  browserOf: async ({ browser, complaints, baseURL }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (person) => {
      const context = await browser.newContext();
      opened.push(context);
      listen(context, complaints.heard);
      if (person) {
        const [name = "", value = ""] = (await sessionCookie(person)).split(/=(.*)/s);
        await context.addCookies([{ name, value, url: baseURL }]);
      }
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },

  project: async ({ complaints: _ }, use, { workerIndex }) => {
    const lead = await createPerson({ name: "Lea Lead" });
    projects += 1;
    const made = await createProjectWith([[lead, "lead"]], `Support ${workerIndex} ${projects}`);
    await use({ ...made, lead });
  },
});

function listen(context: BrowserContext, heard: string[]): void {
  context.on("weberror", (event) => heard.push(`${event.error().stack ?? event.error()}`));
  context.on("console", (message) => {
    if (message.type() === "error") heard.push(`${message.text()} (${message.location().url})`);
  });
}

/** The figure under a name in a list of figures. */
export function figure(page: Page, name: string): Locator {
  return page.getByRole("definition").and(page.locator(`dt:text-is("${name}") + dd`));
}

/** What a link downloads. */
export async function download(
  page: Page,
  name: string | RegExp,
): Promise<{ name: string; content: Buffer }> {
  const [started] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name }).click(),
  ]);
  return { name: started.suggestedFilename(), content: readFileSync(await started.path()) };
}
