import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { pool } from "#lib/server/database/client.ts";
import { createPerson, createProjectWith, sessionCookie } from "#lib/server/testing/people.ts";
import { createImported } from "#lib/server/testing/records.ts";
import { findBrowser } from "#scripts/browser.ts";
import type { Measured } from "./bench.ts";
import { atMost, load } from "./figures.ts";
import { buildPages, startProduct } from "./product.ts";

const port = 3198;
const url = `http://127.0.0.1:${port}`;
const paintedLimitMs = 50;
const thoughts = 200;
const bytes = 100_000;
const keys = 120;
/** The browser reports no event that was painted sooner. */
const shortestReported = 16;

/**
 * How long a key takes from press to paint (the browser's own event timing, in steps of 8 ms) while a thought in the
 * middle of a chain of 200 thoughts and 100 kB is written, and while the note is; the control is a chain of two.
 */
export async function measureReview(): Promise<Measured> {
  const env = { ...process.env, PORT: `${port}` };
  await buildPages(env);
  const product = await startProduct(env);
  try {
    return await measure();
  } finally {
    await product.stop();
  }
}

async function measure(): Promise<Measured> {
  const person = await createPerson({ name: "Ina Annotator" });
  const project = await createProjectWith([[person, "annotator"]], "Long chains");
  const control = await createProjectWith([[person, "annotator"]], "Short chains");
  const chain = Array.from({ length: thoughts }, (_, index) => textOf(index));
  const long = `${url}/projects/${project.slug}/review/${await createImported(project.id, chain)}`;
  const short = `${url}/projects/${control.slug}/review/${await createImported(control.id)}`;
  const [name = "", value = ""] = (await sessionCookie(person)).split(/=(.*)/s);
  await pool.end();

  const browser = await chromium.launch({
    executablePath: findBrowser(),
    chromiumSandbox: process.getuid?.() === 0 ? false : undefined,
    args: ["--disable-gpu", "--disable-dev-shm-usage"],
  });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name, value, url }]);
  const inThought = await typeInThought(context, long, thoughts / 2);
  const inNote = await typeInNote(context, long);
  const inShort = await typeInThought(context, short, 1);
  await browser.close();

  return {
    bars: [
      atMost(paintedLimitMs, "key to paint in one of 200 thoughts, p95 in ms", quantile(inThought, 0.95)),
      atMost(paintedLimitMs, "key to paint in the note, p95 in ms", quantile(inNote, 0.95)),
    ],
    figures: {
      keys,
      inThought: figuresOf(inThought),
      inNote: figuresOf(inNote),
      inShortChain: figuresOf(inShort),
      load: load(),
    },
  };
}

function figuresOf(values: readonly number[]) {
  return { p50: quantile(values, 0.5), p95: quantile(values, 0.95), max: quantile(values, 1) };
}

function textOf(index: number): string {
  const sentence = `Thought ${index + 1} weighs what the person most likely asks for against what could go wrong. `;
  return sentence.repeat(Math.ceil(bytes / thoughts / sentence.length)).slice(0, bytes / thoughts);
}

async function typeInThought(context: BrowserContext, address: string, number: number): Promise<number[]> {
  const page = await open(context, address);
  await page.locator(`[data-focus="1.${number}"]`).click();
  await page.keyboard.press("e");
  return type(page);
}

async function typeInNote(context: BrowserContext, address: string): Promise<number[]> {
  const page = await open(context, address);
  await page.keyboard.press("n");
  return type(page);
}

async function open(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole("button", { name: "Keys" }).waitFor();
  const claim = page.getByRole("button", { name: "Review this record" });
  if (await claim.isVisible()) await claim.click();
  await page.getByRole("button", { name: /^Submit and next/ }).waitFor();
  return page;
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

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? 0;
}
