// Imported before anything else: a data directory of its own for this bench and the processes it starts, in force before
// anything reads the environment.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const folder = mkdtempSync(path.join(tmpdir(), "colloquy-bench-"));
Object.assign(process.env, { DATABASE_URL: "", COLLOQUY_SECRET: "", COLLOQUY_DATA_DIR: folder });
process.env.LOG_LEVEL ??= "error";
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
