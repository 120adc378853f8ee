import { readdirSync, readFileSync } from "node:fs";

/** The kernel counts CPU time in hundredths of a second. */
const tickMs = 10;

type Times = { parent: number; own: number; ended: number };

/** CPU time that a process has used, all its threads together, in milliseconds. Linux only. */
export function cpuOf(pid: number): number {
  return (timesOf(pid)?.own ?? 0) * tickMs;
}

/** CPU time of a process, of those it started, and of those of them that have ended, in milliseconds. */
export function cpuOfFamily(pid: number): number {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => timesOf(Number(name)))
    .filter((times) => times?.parent === pid);
  const head = timesOf(pid);
  const ticks = children.reduce(
    (sum, times) => sum + (times?.own ?? 0),
    (head?.own ?? 0) + (head?.ended ?? 0),
  );
  return ticks * tickMs;
}

/** Null where it has just ended. */
function timesOf(pid: number): Times | null {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return null;
  }
  // The name of the program comes first, in parentheses, and may hold anything.
  const fields = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const [, parent = 0] = fields;
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11);
  return { parent, own: user + system, ended: endedUser + endedSystem };
}
