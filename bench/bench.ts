// `npm run bench -- NAME`: one measurement. The last line is a JSON object; the exit code is 1 if a bar is missed.
import { measureStart } from "./start.ts";

/** What a measurement must reach. */
export type Bar = { name: string; value: number; limit: number; ok: boolean };
export type Measured = { bars: Bar[]; figures: Record<string, number> };

const benches: Record<string, () => Promise<Measured>> = { start: measureStart };

const [name = ""] = process.argv.slice(2);
const bench = benches[name];
if (!bench) {
  console.error(`Name a bench: ${Object.keys(benches).join(", ")}.`);
  process.exit(2);
}
const { bars, figures } = await bench();
console.log(JSON.stringify({ bench: name, bars, figures }));
process.exitCode = bars.every(({ ok }) => ok) ? 0 : 1;
