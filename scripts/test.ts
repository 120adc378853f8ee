// `npm test`: every check there is. Its last line is `N passed, N failed`; a check counts as one test.
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import "./generate.ts";
import { freePort } from "#lib/server/database/embedded-cluster.ts";
import { ensureBrowser } from "./browser.ts";
import { build } from "./build.ts";
import { runGroup } from "./process-group.ts";
import { cleanUp } from "./test-leftovers.ts";

type Tally = { passed: number; failed: number };

const minutes = 60_000;

const UnitReport = z.object({
  numTotalTests: z.int(),
  numPassedTests: z.int(),
  numFailedTestSuites: z.int(),
});
const JourneyReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
});

// All that the tests leave behind is in here: data directories, browser profiles, servers that a crash orphaned.
const folder = mkdtempSync(path.join(tmpdir(), "colloquy-npm-test-"));
Object.assign(process.env, { TMPDIR: folder, NEXT_TELEMETRY_DISABLED: "1" });

const told = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => told.abort());

let built: Promise<void> | undefined;
const tally: Tally = { passed: 0, failed: 0 };
try {
  for (const step of [...["lint", "types", "lock", "unused"].map(check), units, journeys]) {
    told.signal.throwIfAborted();
    const { passed, failed } = await step();
    tally.passed += passed;
    tally.failed += failed;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  tally.failed += 1;
} finally {
  // A build that nobody waits for any more.
  told.abort();
  cleanUp(folder);
}
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed > 0 || tally.passed === 0 ? 1 : 0);

function check(script: string): () => Promise<Tally> {
  return async () => {
    const isGood = await run("npm", ["run", "--silent", script], 5 * minutes);
    return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 };
  };
}

async function units(): Promise<Tally> {
  // On what these tests leave idle: they wait for processes of their own more than they compute. Who waits for it hears of a failure.
  built = build(told.signal, { isPatient: true });
  built.catch(() => {});
  const report = path.join(folder, "units.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const isGood = await run("vitest", ["run", ...reporters], 15 * minutes);
  return tallyOf(report, isGood, (found) => {
    const { numPassedTests, numTotalTests, numFailedTestSuites } = UnitReport.parse(found);
    // A file that does not load has no tests to fail; one that is skipped proves nothing.
    const failed = numTotalTests - numPassedTests;
    return { passed: numPassedTests, failed: failed || numFailedTestSuites };
  });
}

async function journeys(): Promise<Tally> {
  await built;
  const report = path.join(folder, "journeys.json");
  const isGood = await run("playwright", ["test"], 25 * minutes, {
    CHROMIUM_PATH: ensureBrowser(),
    E2E_PORT: `${await freePort()}`,
    E2E_DATA_DIR: path.join(folder, "journeys"),
    E2E_REPORT: report,
  });
  return tallyOf(report, isGood, (found) => {
    const { expected, unexpected, flaky, skipped } = JourneyReport.parse(found).stats;
    return { passed: expected, failed: unexpected + flaky + skipped };
  });
}

async function run(program: string, args: string[], limitMs: number, env?: Record<string, string>) {
  console.log(`\n── ${program} ${args.join(" ")}`);
  const limit = AbortSignal.timeout(limitMs);
  const { code } = await runGroup(program, args, { signal: AbortSignal.any([told.signal, limit]), env });
  if (limit.aborted) console.error(`${program} was not done after ${limitMs / minutes} minutes.`);
  return code === 0;
}

/** What a report says; a run that went wrong without saying so counts as one failure. */
function tallyOf(report: string, isGood: boolean, read: (found: unknown) => Tally): Tally {
  const tally = existsSync(report)
    ? read(JSON.parse(readFileSync(report, "utf8")))
    : { passed: 0, failed: 0 };
  return isGood || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}
