// Prisma's command line with the WebAssembly schema engine in the place of the native one, so that nothing is downloaded:
// `npm run prisma -- migrate status`. With DATABASE_URL unset it works on the embedded database.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { startEmbedded } from "#lib/server/database/embedded.ts";
import { env, root } from "#lib/server/env.ts";

const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
const embedded = env.databaseUrl ? undefined : await startEmbedded(env.dataDirectory);

const { status } = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    DATABASE_URL: env.databaseUrl ?? embedded?.url(),
    // The engine is started through its first line, which asks PATH for node: it shall find this one.
    PATH: [path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
    // Windows cannot start a script as a program; there Prisma fetches its own engine.
    ...(process.platform !== "win32" && {
      PRISMA_SCHEMA_ENGINE_BINARY: path.join(import.meta.dirname, "schema-engine.ts"),
    }),
  },
});

await embedded?.stop();
process.exitCode = status ?? 1;
