// Builds the web pages, unless the build fits the sources already.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "#lib/server/env.ts";
import "./generate.ts";
import { fingerprint } from "./fingerprint.ts";
import { runGroup } from "./process-group.ts";

const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
const output = path.join(root, ".next");
const mark = path.join(output, "made-from");

/** All that a build reads. What the pages do at run time (scripts, tests, benches) is not among it. */
const sources = [
  "{app,components,lib,public}/**/*",
  "prisma/{*,models/*}.prisma",
  "{instrumentation,proxy,next.config,tsconfig,package,package-lock}.{ts,json}",
  "postcss.config.*",
];

/**
 * Builds if there is no build or its sources have changed since.
 *
 * @param signal ends the build when the program is told to stop
 * @param isPatient lets everything else on this machine go first
 * @throws Error with the build's own words, if it fails
 */
export async function build(
  signal: AbortSignal,
  { isPatient = false }: { isPatient?: boolean } = {},
): Promise<void> {
  const wanted = fingerprint(sources, (file) => !/\.test\.tsx?$/.test(file));
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return;

  console.log("Building the web pages. This takes about a minute, and only when something has changed.");
  rmSync(mark, { force: true });
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const { code, said } = await runGroup(process.execPath, [next, "build"], {
    signal,
    env,
    isQuiet: true,
    isPatient,
  });
  signal.throwIfAborted();
  if (code !== 0) throw new Error(`The web pages could not be built:\n${said}`);
  mkdirSync(output, { recursive: true });
  writeFileSync(mark, wanted);
}

if (import.meta.main) await build(new AbortController().signal);
