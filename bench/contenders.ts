import path from "node:path";
import { root } from "#lib/server/env.ts";
import type { Entry } from "./contest.ts";
import type { BenchDatabase } from "./database.ts";

/** A module of `bench/contenders` that exports `prepare`. */
export function contenderModule(name: string): string {
  return path.join(root, "bench/contenders", `${name}.ts`);
}

/** The product, and the floor with the global `fetch` and with the product's HTTP client. */
export async function contendersOn(database: BenchDatabase) {
  const floorUrl = await database.create("floor");
  return {
    floor: { module: contenderModule("floor"), databaseUrl: floorUrl },
    colloquy: { module: contenderModule("colloquy"), databaseUrl: database.url },
    floorSameClient: { module: contenderModule("floor-same-client"), databaseUrl: floorUrl },
  } satisfies Record<string, Entry>;
}
