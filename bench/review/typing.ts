import type { BrowserContext, Page } from "@playwright/test";
import { createProjectWith } from "#lib/server/testing/people.ts";
import { createImported } from "#lib/server/testing/records.ts";
import { quantile, tell } from "../figures.ts";
import { openRoom, type Reviewer } from "./reviewer.ts";

const thoughts = 200;
const bytes = 100_000;
const keys = 120;
/** The browser reports no event that was painted sooner. */
const shortestReported = 16;

/**
 * How long a key takes from press to paint (the browser's own event timing, in steps of 8 ms) while a thought in the
 * middle of a chain of 200 thoughts and 100 kB is written, and while the note is; the control is a chain of two.
 */
export async function measureTyping({ person, context, url }: Reviewer) {
  const project = await createProjectWith([[person, "annotator"]], "Long chains");
  const control = await createProjectWith([[person, "annotator"]], "Short chains");
  const chain = Array.from({ length: thoughts }, (_, index) => textOf(index));
  const long = `${url}/projects/${project.slug}/review/${await createImported(project.id, chain)}`;
  const short = `${url}/projects/${control.slug}/review/${await createImported(control.id)}`;
  const found = {
    keys,
    inThought: figuresOf(await typeInThought(context, long, thoughts / 2)),
    inNote: figuresOf(await typeInNote(context, long)),
    inShortChain: figuresOf(await typeInThought(context, short, 1)),
  };
  tell(`typing ${JSON.stringify(found)}`);
  return found;
}

function figuresOf(values: readonly number[]) {
  return { p50: quantile(values, 0.5), p95: quantile(values, 0.95), max: quantile(values, 1) };
}

function textOf(index: number): string {
  const sentence = `Thought ${index + 1} weighs what the person most likely asks for against what could go wrong. `;
  return sentence.repeat(Math.ceil(bytes / thoughts / sentence.length)).slice(0, bytes / thoughts);
}

async function typeInThought(context: BrowserContext, address: string, number: number): Promise<number[]> {
  const page = await openRoom(context, address);
  await page.locator(`[data-focus="1.${number}"]`).click();
  await page.keyboard.press("e");
  return type(page);
}

async function typeInNote(context: BrowserContext, address: string): Promise<number[]> {
  const page = await openRoom(context, address);
  await page.keyboard.press("n");
  return type(page);
}

/** Types at a brisk 100 ms a key and asks the browser how long each took to be seen, in ms. */
async function type(page: Page): Promise<number[]> {
  await page.evaluate((durationThreshold) => {
    const seen: Record<number, number> = {};
    Object.assign(window, { seen });
    const observer = new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries() as PerformanceEventTiming[]) {
        if (interactionId > 0) seen[interactionId] = Math.max(seen[interactionId] ?? 0, duration);
      }
    });
    const options = { type: "event", durationThreshold };
    observer.observe(options);
  }, shortestReported);
  await page.keyboard.type("and so on ".repeat(keys / 10), { delay: 100 });
  await page.waitForTimeout(500);
  const reported = await page.evaluate(() => Object.values((window as unknown as { seen: number[] }).seen));
  await page.close();
  const slow = reported.sort((one, other) => other - one).slice(0, keys);
  return [...slow, ...Array.from({ length: keys - slow.length }, () => shortestReported)];
}
