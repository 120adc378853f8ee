import { beforeEach, expect, test } from "vitest";
import { openPace, type Pace } from "./pace.ts";
import type { Share } from "./share.ts";

/** The database's clock is not ours. */
const theirs = 1_700_000_000_000;

let pace: Pace;

beforeEach(() => {
  pace = openPace();
});

function shareAt(atMs: number, requests: number | null, firstMs = 0, everyMs = 100): Share {
  const rest = { slots: 1, tokens: null, isStopped: false, closedMs: 0 };
  return { ...rest, atMs: theirs + atMs, requests, firstMs, everyMs };
}

test("calls begin one by one from when the share was given", () => {
  expect(pace.isDue(0)).toBe(false);
  pace.add(shareAt(0, 2, 50), 0, 0);
  expect([pace.isDue(49), pace.nextAt]).toEqual([false, 50]);
  expect(pace.isDue(50)).toBe(true);
  expect(pace.take()).toBe(95);
  expect([pace.isDue(149), pace.isDue(150)]).toEqual([false, true]);
  pace.take();
  expect([pace.isDue(1_000), pace.length]).toEqual([false, 0]);
});

test("a moment that passed unused is not made up for", () => {
  pace.add(shareAt(0, 2), 0, 0);
  expect([pace.isDue(30), pace.length]).toEqual([false, 1]);
  expect(pace.isDue(100)).toBe(true);
});

test("without a limit any call may begin and leave whenever it likes", () => {
  pace.add(shareAt(0, null), 0, 0);
  expect([pace.isDue(0), pace.take(), pace.length]).toEqual([true, Number.POSITIVE_INFINITY, null]);
});

test("who hears of its share late does not begin later for it", () => {
  pace.add(shareAt(0, 0), -1, 1);
  pace.add(shareAt(1_000, 1, 50), 999, 1_040);
  expect(pace.nextAt).toBe(1_051);
});

test("a clock of the database that is set anew is followed by the next share", () => {
  pace.add(shareAt(0, 0), -1, 1);
  const back = shareAt(1_000 - 3_600_000, 1, 50);
  pace.add(back, 999, 1_003);
  expect(pace.nextAt).toBeGreaterThanOrEqual(1_049);
  expect(pace.nextAt).toBeLessThanOrEqual(1_053);
  pace.take();
  pace.add(shareAt(2_000 + 3_600_000, 1, 50), 1_999, 2_003);
  expect(pace.nextAt).toBeGreaterThanOrEqual(2_049);
  expect(pace.nextAt).toBeLessThanOrEqual(2_053);
});
