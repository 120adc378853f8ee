import path from "node:path";
import { root } from "#lib/server/env.ts";
import type { Entry } from "./contest.ts";
import type { BenchDatabase } from "./database.ts";

/** The product, and the floor with the global `fetch` and with the product's HTTP client. */
export async function contendersOn(database: BenchDatabase) {
  const floorUrl = await database.create("floor");
  const module = (name: string) => path.join(root, "bench/contenders", `${name}.ts`);
  return {
    floor: { module: module("floor"), databaseUrl: floorUrl },
    colloquy: { module: module("colloquy"), databaseUrl: database.url },
    floorSameClient: { module: module("floor-same-client"), databaseUrl: floorUrl },
  } satisfies Record<string, Entry>;
}
