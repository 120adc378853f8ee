import { spawn } from "node:child_process";
import { globSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { isPostmasterOf } from "#lib/server/database/postmaster.ts";
import { root } from "#lib/server/env.ts";

const graceMs = 15_000;

/**
 * Runs a program of the checkout in a process group of its own, so that nothing it started outlives it.
 *
 * @param limitMs how long it may take before it is ended
 * @returns whether it ended by itself and well
 */
export function run(
  program: string,
  args: readonly string[],
  { limitMs, signal, env = {} }: { limitMs: number; signal: AbortSignal; env?: Record<string, string> },
): Promise<boolean> {
  const title = [program, ...args].join(" ");
  console.log(`\n── ${title}`);
  const child = spawn(program, args, {
    cwd: root,
    detached: true,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  const end = (reason: string) => {
    console.error(`${title}: ${reason}`);
    signalGroup(child.pid, "SIGTERM");
    setTimeout(() => signalGroup(child.pid, "SIGKILL"), graceMs).unref();
  };
  const limit = setTimeout(() => end(`not done after ${limitMs / 60_000} minutes`), limitMs);
  const stop = () => end("told to stop");
  signal.addEventListener("abort", stop);
  return new Promise((resolve) => {
    const settle = (isGood: boolean) => {
      clearTimeout(limit);
      signal.removeEventListener("abort", stop);
      signalGroup(child.pid, "SIGKILL");
      resolve(isGood);
    };
    child.once("error", () => settle(false));
    child.once("exit", (code) => settle(code === 0));
  });
}

/** Removes a folder of test data, after ending the database servers that work in it. */
export function cleanUp(folder: string): void {
  for (const file of globSync("**/postmaster.pid", { cwd: folder })) {
    const cluster = path.join(folder, path.dirname(file));
    const pid = Number(readFileSync(path.join(folder, file), "utf8").split("\n")[0]);
    if (isPostmasterOf(cluster)) process.kill(pid, "SIGQUIT");
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid) process.kill(-pid, signal);
  } catch {
    // the group is gone
  }
}
