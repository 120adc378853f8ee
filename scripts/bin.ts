#!/usr/bin/env node
// `npx colloquy`. npm puts the Node that this checkout brings first on the path, whatever the host has.
import "./generate.ts";

await import("./colloquy.ts");
