import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { createPerson, sessionCookie } from "#lib/server/testing/people.ts";
import { findBrowser } from "#scripts/browser.ts";

/** A person with a browser in which they are signed in. */
export type Reviewer = { person: PersonActor; context: BrowserContext; url: string };

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    chromiumSandbox: process.getuid?.() === 0 ? false : undefined,
    args: ["--disable-gpu", "--disable-dev-shm-usage"],
  });
}

/** @param url of the product */
export async function createReviewer(browser: Browser, url: string): Promise<Reviewer> {
  const person = await createPerson({ name: "Ina Annotator" });
  const [name = "", value = ""] = (await sessionCookie(person)).split(/=(.*)/s);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name, value, url }]);
  return { person, context, url };
}

/** Opens the room of a record and claims it. */
export async function openRoom(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole("button", { name: "Keys" }).waitFor();
  const claim = page.getByRole("button", { name: "Review this record" });
  if (await claim.isVisible()) await claim.click();
  await page.getByRole("button", { name: /^Submit and next/ }).waitFor();
  return page;
}
