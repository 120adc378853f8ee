import { spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { text } from "node:stream/consumers";
import { root } from "#lib/server/env.ts";

const graceMs = 10_000;

/** How a program ended: its exit code, null if it was ended, and what it said where that was collected. */
export type Ended = { code: number | null; said: string };

/**
 * Runs a program of the checkout in a process group of its own and takes the whole group down with it: programs that
 * start workers do not always end them.
 *
 * @param signal ends it
 * @param isQuiet collects what it says instead of showing it
 * @param isPatient lets everything else on this machine go first
 */
export async function runGroup(
  program: string,
  args: readonly string[],
  {
    signal,
    isQuiet = false,
    isPatient = false,
    env = {},
  }: { signal: AbortSignal; isQuiet?: boolean; isPatient?: boolean; env?: Record<string, string> },
): Promise<Ended> {
  const output = isQuiet ? "pipe" : "inherit";
  const child = spawn(program, args, {
    cwd: root,
    detached: true,
    stdio: ["ignore", output, output],
    env: { ...process.env, ...env },
  });
  if (isPatient && child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const end = () => {
    signalGroup(child.pid, "SIGTERM");
    setTimeout(() => signalGroup(child.pid, "SIGKILL"), graceMs).unref();
  };
  if (signal.aborted) end();
  signal.addEventListener("abort", end);
  const said = Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : "")));
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code) => {
        signalGroup(child.pid, "SIGKILL");
        resolve(code);
      });
    });
    return { code, said: (await said).join("") };
  } finally {
    signal.removeEventListener("abort", end);
  }
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid) process.kill(-pid, signal);
  } catch {
    // the group is gone
  }
}
