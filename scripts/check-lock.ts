// Refuses a package-lock.json that would fail on other machines. A registry that lags behind makes npm drop optional
// platform packages (native binaries for other systems) without a word; `npm ci` then fails there.
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { root } from "#lib/server/env.ts";

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** @returns a sentence per fault, none if the lock is good */
export function faultsOfLock(lock: z.input<typeof Lock>): string[] {
  const { packages } = Lock.parse(lock);
  const faults: string[] = [];
  for (const [place, { resolved, optionalDependencies }] of Object.entries(packages)) {
    const owner = place || "package.json";
    if (resolved?.startsWith("http")) faults.push(`${owner} records where it was downloaded from.`);
    for (const [name, range] of Object.entries(optionalDependencies ?? {})) {
      const isLocked = placesVisibleFrom(place).some((folder) => `${folder}node_modules/${name}` in packages);
      if (!isLocked) faults.push(`${name}@${range}, optional for ${owner}, is missing.`);
    }
  }
  return faults;
}

/** Where Node looks for packages, seen from a place in the lock: `node_modules/a/node_modules/b` sees three. */
function placesVisibleFrom(place: string): string[] {
  const inner = place.split("node_modules/");
  return inner.map((_, depth) => inner.slice(0, inner.length - depth).join("node_modules/")).map(withSlash);
}

function withSlash(folder: string): string {
  return folder === "" || folder.endsWith("/") ? folder : `${folder}/`;
}

if (import.meta.main) {
  const faults = faultsOfLock(JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")));
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
