import { expect, test } from "vitest";
import { type Played, play } from "#lib/server/testing/simulation/play.ts";

/** Which courses of events are played; `SEED=n` plays only that one. */
const given = process.env.SEED;
const seeds = given ? [Number(given)] : Array.from({ length: 2_000 }, (_, n) => n + 1);

/** The first that breaks a promise, with its seed; null if none does. */
async function firstBroken(fault: "none" | "no_fence"): Promise<Played | null> {
  for (const seed of seeds) {
    const played = await play(seed, fault);
    if (played.violations.length > 0) return played;
  }
  return null;
}

test("no course of crashes, freezes, outages, faults and buttons breaks a promise", {
  timeout: 180_000,
}, async () => {
  expect(await firstBroken("none")).toBe(null);
});

test("with a store that does not check the fence, one soon does", async () => {
  const broken = await firstBroken("no_fence");
  expect(broken?.violations.join()).toContain("under an old fence");
});

test("the same seed gives the same course of events", async () => {
  expect(await play(7)).toEqual(await play(7));
});
