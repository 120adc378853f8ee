import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/browser.ts";

// The journeys run against the real product on a database of its own. What is decided here first is inherited by the
// product and by Playwright's workers, which read this file again.
process.env.TZ = "Asia/Kathmandu";
process.env.HOST = "127.0.0.1";
process.env.PORT = process.env.E2E_PORT ?? "3100";
process.env.COLLOQUY_DATA_DIR = process.env.E2E_DATA_DIR ?? temporaryFolder();
process.env.E2E_DATA_DIR = process.env.COLLOQUY_DATA_DIR;
process.env.LOG_LEVEL = "warn";
process.env.CHROMIUM_PATH ??= findBrowser();
for (const name of ["DATABASE_URL", "COLLOQUY_URL", "COLLOQUY_SECRET", "COLLOQUY_DEMO"])
  delete process.env[name];

const url = `http://127.0.0.1:${process.env.PORT}`;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  globalTimeout: 20 * 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ...jsonReporter()],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: url,
    locale: "en-GB",
    timezoneId: process.env.TZ,
    // Tracing makes every journey a third longer; `npm run e2e -- SPEC --trace on` shows again what failed.
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      chromiumSandbox: process.getuid?.() === 0 ? false : undefined,
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--no-first-run",
        "--disable-gpu",
        "--disable-dev-shm-usage",
      ],
    },
  },
  webServer: {
    command: "exec node scripts/start.ts",
    // The one-time link becomes FIRST_SIGN_IN_URL for the journeys.
    wait: { stdout: /Sign in, once, with (?<first_sign_in_url>\S+)/ },
    timeout: 240_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stderr: "pipe",
  },
});

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "colloquy-e2e-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function jsonReporter(): ["json", { outputFile: string }][] {
  const outputFile = process.env.E2E_REPORT;
  return outputFile ? [["json", { outputFile }]] : [];
}
