import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { atMost, type Measured } from "./figures.ts";
import { buildPages, startProduct } from "./product.ts";

const port = 3199;
const secondStartLimit = 5;

/**
 * Seconds from the command to the first page: on an empty data directory (the control: database, migrations and
 * demonstration are made), and on the same one again. The web pages are built before, if they have to be.
 */
export async function measureStart(): Promise<Measured> {
  const data = mkdtempSync(path.join(tmpdir(), "colloquy-bench-"));
  const env = {
    ...process.env,
    PORT: `${port}`,
    COLLOQUY_DATA_DIR: data,
    DATABASE_URL: "",
    LOG_LEVEL: "error",
  };
  try {
    await buildPages(env);
    const first = await secondsToFirstPage(env);
    const second = await secondsToFirstPage(env);
    return {
      bars: [atMost(secondStartLimit, "second start, seconds to first page", second)],
      figures: { firstStartSeconds: first, secondStartSeconds: second },
    };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function secondsToFirstPage(env: NodeJS.ProcessEnv): Promise<number> {
  const began = performance.now();
  const product = await startProduct(env);
  try {
    const page = await fetch(`http://127.0.0.1:${port}/sign-in`);
    await page.text();
    if (!page.ok) throw new Error(`The first page answered ${page.status}.`);
    return Math.round(performance.now() - began) / 1000;
  } finally {
    await product.stop();
  }
}
