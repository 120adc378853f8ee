// `npm run bench -- NAME`: one measurement. The last line is a JSON object; the exit code is 1 if a bar is missed.
import "./environment.ts";
import "#scripts/generate.ts";
import type { Measured } from "./figures.ts";

const benches: Record<string, () => Promise<() => Promise<Measured>>> = {
  checks: async () => (await import("./checks.ts")).measureChecks,
  crash: async () => (await import("./crash.ts")).measureCrash,
  engine: async () => (await import("./engine.ts")).measureEngine,
  latency: async () => (await import("./latency.ts")).measureLatency,
  "long-turns": async () => (await import("./long-turns.ts")).measureLongTurns,
  limits: async () => (await import("./limits.ts")).measureLimits,
  pairs: async () => (await import("./pairs.ts")).measurePairs,
  review: async () => (await import("./review.ts")).measureReview,
  scale: async () => (await import("./scale.ts")).measureScale,
  start: async () => (await import("./start.ts")).measureStart,
};

const [name = ""] = process.argv.slice(2);
const load = benches[name];
if (!load) {
  console.error(`Name a bench: ${Object.keys(benches).join(", ")}.`);
  process.exit(2);
}
const measure = await load();
const { bars, figures } = await measure();
console.log(JSON.stringify({ bench: name, bars, figures }));
process.exit(bars.every(({ ok }) => ok) ? 0 : 1);
