import { pool } from "#lib/server/database/client.ts";
import { atLeast, atMost, load, type Measured, round } from "./figures.ts";
import { buildPages, startProduct } from "./product.ts";
import { measureEffort } from "./review/effort.ts";
import { measureNextRecord } from "./review/next-record.ts";
import { race } from "./review/racing.ts";
import { createReviewer, openBrowser } from "./review/reviewer.ts";
import { measureTyping } from "./review/typing.ts";

const port = 3198;
const url = `http://127.0.0.1:${port}`;
/** From a key to its paint. */
const keyLimitMs = 50;
/** From Submit to the next record, where nothing is added to the way. */
const nextLimitMs = 500;
/** What a way of 80 ms may add: one round trip and a little. */
const tripLimitMs = 120;

/**
 * The review room, in a real browser against the real server: keys, saves that race, Submit to the next record, and what a
 * record costs in keys and clicks. `-- review PART` measures one of them.
 */
export async function measureReview(): Promise<Measured> {
  const env = { ...process.env, PORT: `${port}` };
  await buildPages(env);
  const product = await startProduct(env);
  const browser = await openBrowser();
  try {
    const reviewer = await createReviewer(browser, url);
    const parts: Record<string, () => Promise<Measured>> = {
      typing: async () => judgedTyping(await measureTyping(reviewer)),
      effort: async () => judgedEffort(await measureEffort(reviewer)),
      racing: async () => judgedRace(await race(url)),
      next: async () => judgedNext(await measureNextRecord(reviewer)),
    };
    const chosen = Object.keys(parts).filter((name) => process.argv.includes(name));
    const all: Measured[] = [];
    for (const [name, measure] of Object.entries(parts)) {
      if (chosen.length === 0 || chosen.includes(name)) all.push(await measure());
    }
    const figures = Object.assign({}, ...all.map((part) => part.figures), { load: load() });
    return { bars: all.flatMap(({ bars }) => bars), figures };
  } finally {
    await browser.close();
    await pool.end();
    await product.stop();
  }
}

function judgedTyping(typing: Awaited<ReturnType<typeof measureTyping>>): Measured {
  return {
    bars: [
      atMost(keyLimitMs, "key to paint in one of 200 thoughts, p95 in ms", typing.inThought.p95),
      atMost(keyLimitMs, "key to paint in the note, p95 in ms", typing.inNote.p95),
    ],
    figures: { typing },
  };
}

function judgedEffort(effort: Awaited<ReturnType<typeof measureEffort>>): Measured {
  return {
    bars: [
      atMost(2, "keys to approve a record", effort["keys, without an edit"]?.keys ?? null),
      atMost(2, "clicks to approve a record", effort["mouse, without an edit"]?.clicks ?? null),
    ],
    figures: { effort },
  };
}

function judgedRace(racing: Awaited<ReturnType<typeof race>>): Measured {
  return {
    bars: [
      atLeast(racing.edits, "edits acknowledged", racing.kept.acknowledged),
      atMost(0, "acknowledged edits lost", racing.kept.lost),
      atLeast(100, "edits lost by the control, a blind update", racing.blindly.lost),
    ],
    figures: { racing },
  };
}

function judgedNext(next: Awaited<ReturnType<typeof measureNextRecord>>): Measured {
  const [few, , many, manyFar] = Object.values(next);
  return {
    bars: [
      atMost(nextLimitMs, "Submit to next record, 1,000,000 records, p95 in ms", many?.p95 ?? null),
      atMost(
        1.25,
        "p50 with 1,000,000 records, times that with 10,000",
        many && few ? round(many.p50 / few.p50) : null,
      ),
      atMost(
        tripLimitMs,
        "what 80 ms of round trip add to p50, in ms",
        many && manyFar ? manyFar.p50 - many.p50 : null,
      ),
    ],
    figures: { next },
  };
}
