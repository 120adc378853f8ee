import type { Page } from "@playwright/test";
import { db } from "#lib/server/database/client.ts";
import { createProjectWith } from "#lib/server/testing/people.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { quantile, round, tell } from "../figures.ts";
import { storeLikenesses } from "../stored.ts";
import { openRoom, type Reviewer } from "./reviewer.ts";

const sizes = [10_000, 1_000_000];
const roundTrips = [0, 80];
const submissions = 40;
/** So long a record is read at the least, in ms. */
const readingMs = 1_000;
/** Turns are stored of the records that are reviewed, and of some more; of the others nobody asks for them. */
const turnsUpTo = 1_000;

/**
 * From the key that submits to the next record on the screen, in a real browser, with 10,000 and 1,000,000 records in the
 * project, and once more with every answer 80 ms later than the server gives it (Chromium's own network emulation). Nine
 * tenths of the records wait for review.
 */
export async function measureNextRecord({ person, context, url }: Reviewer) {
  const { id: projectId, slug } = await createProjectWith([[person, "annotator"]], "Many records");
  await createRecords(projectId);
  const { runId, deliberationId } = await db.record.findFirstOrThrow({
    where: { projectId },
    select: { runId: true, deliberationId: true },
  });
  if (!runId || !deliberationId) throw new Error("The first record came of no deliberation.");
  let page: Page | null = null;
  let stored = 1;
  const found: Record<string, Painted> = {};
  for (const size of sizes) {
    await storeLikenesses({ runId, deliberationId }, stored, size - 1, turnsUpTo);
    stored = size;
    tell(`${size} records stored`);
    page ??= await openRoom(context, `${url}/projects/${slug}/review/1.1`);
    for (const ms of roundTrips) {
      const name = `${size} records, ${ms} ms`;
      found[name] = await submitMany(page, ms);
      tell(`submit to next record, ${name}: ${JSON.stringify(found[name])}`);
    }
  }
  await page?.close();
  return found;
}

export type Painted = { p50: number; p95: number; max: number; n: number };

async function submitMany(page: Page, latency: number): Promise<Painted> {
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  const unlimited = { offline: false, downloadThroughput: -1, uploadThroughput: -1 };
  await client.send("Network.emulateNetworkConditions", { ...unlimited, latency });
  const times: number[] = [];
  // The first one finds everything cold.
  for (let n = -1; n < submissions; n += 1) {
    const ms = await submitOne(page);
    if (n >= 0) times.push(ms);
  }
  await client.detach();
  return {
    p50: round(quantile(times, 0.5), 0),
    p95: round(quantile(times, 0.95), 0),
    max: round(quantile(times, 1), 0),
    n: times.length,
  };
}

/** Says of the record at hand that all is sound, submits it, and measures until the next prompt is painted. */
async function submitOne(page: Page): Promise<number> {
  await page.getByRole("button", { name: /^Submit and next/ }).waitFor();
  await page.waitForTimeout(readingMs);
  await page.keyboard.press("f");
  await page.evaluate(() => {
    const prompt = () => document.querySelector("h1")?.textContent;
    const before = prompt();
    let pressedAt = Number.NaN;
    const listen = ({ key, timeStamp }: KeyboardEvent) => {
      if (key === "Enter") pressedAt = timeStamp;
    };
    window.addEventListener("keydown", listen, { capture: true });
    const painted = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        const now = prompt();
        if (!now || now === before) return;
        observer.disconnect();
        window.removeEventListener("keydown", listen, { capture: true });
        // Painted before a task that a frame asks for begins.
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressedAt)));
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    Object.assign(window, { painted });
  });
  await page.keyboard.press("Control+Enter");
  return page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted);
}
