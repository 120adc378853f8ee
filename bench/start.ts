import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { root } from "#lib/server/env.ts";
import type { Measured } from "./bench.ts";

const port = 3199;
const secondStartLimit = 5;

/**
 * Seconds from the command to the first page: on an empty data directory (the control: database, migrations and
 * demonstration are made), and on the same one again. The web pages are built before, if they have to be.
 */
export async function measureStart(): Promise<Measured> {
  const data = mkdtempSync(path.join(tmpdir(), "colloquy-bench-"));
  try {
    await run("scripts/build.ts", data);
    const first = await secondsToFirstPage(data);
    const second = await secondsToFirstPage(data);
    const bar = { name: "second start, seconds to first page", value: second, limit: secondStartLimit };
    return {
      bars: [{ ...bar, ok: second <= secondStartLimit }],
      figures: { firstStartSeconds: first, secondStartSeconds: second },
    };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function secondsToFirstPage(data: string): Promise<number> {
  const began = performance.now();
  const product = start("scripts/start.ts", data);
  try {
    for await (const line of createInterface(product.stdout)) {
      if (line.startsWith("Colloquy is ready")) break;
    }
    const page = await fetch(`http://127.0.0.1:${port}/sign-in`);
    await page.text();
    if (!page.ok) throw new Error(`The first page answered ${page.status}.`);
    return Math.round(performance.now() - began) / 1000;
  } finally {
    product.kill("SIGTERM");
    if (product.exitCode === null) await once(product, "exit");
  }
}

async function run(script: string, data: string): Promise<void> {
  const program = start(script, data);
  program.stdout.resume();
  const [code] = await once(program, "exit");
  if (code !== 0) throw new Error(`${script} ended with ${code}.`);
}

function start(script: string, data: string) {
  return spawn(process.execPath, [path.join(root, script)], {
    cwd: root,
    env: { ...process.env, PORT: `${port}`, COLLOQUY_DATA_DIR: data, DATABASE_URL: "", LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "inherit"],
  });
}
