import { openAgents } from "#bench/agents.ts";
import type { Prepare } from "#bench/contender.ts";
import { exchange } from "#lib/server/worker/exchange.ts";
import { prepareFloor } from "./floor.ts";

/** The floor with the product's HTTP client instead of the global `fetch`: what is left is the engine's own. */
export const prepare: Prepare = (scene) => prepareFloor(scene, openAgents(scene.url, exchange));
