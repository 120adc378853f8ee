import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { root } from "#lib/server/env.ts";

/**
 * One hash over names and contents of files of the checkout, to tell whether what was made from them is still good.
 *
 * @param patterns globs from the root
 */
export function fingerprint(
  patterns: readonly string[],
  isSource: (file: string) => boolean = () => true,
): string {
  const hash = createHash("sha256");
  for (const file of globSync([...patterns], { cwd: root })
    .filter(isSource)
    .sort()) {
    const full = path.join(root, file);
    if (statSync(full).isFile()) hash.update(`\0${file}\0`).update(readFileSync(full));
  }
  return hash.digest("hex");
}
