#!/usr/bin/env node
// `npx colloquy`. npm puts the Node that this checkout brings first on the path, whatever the host has.
import { enableCompileCache } from "node:module";
import path from "node:path";

enableCompileCache(path.join(import.meta.dirname, "../node_modules/.cache/node"));

await import("./generate.ts");
await import("./colloquy.ts");
