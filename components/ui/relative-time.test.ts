import { expect, test } from "vitest";
import { relativeTime } from "./relative-time.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  ["says now for less than a minute", -59_000, "now"],
  ["counts whole minutes", -3.9 * minute, "3 minutes ago"],
  ["counts hours from the first full one", -hour, "1 hour ago"],
  ["names yesterday", -day, "yesterday"],
  ["counts weeks before months", -20 * day, "2 weeks ago"],
  ["looks ahead as well", 2 * hour, "in 2 hours"],
  ["counts years", -800 * day, "2 years ago"],
])("%s", (_, distance, expected) => {
  const now = Date.UTC(2026, 10, 23);
  expect(relativeTime(now + distance, now)).toBe(expected);
});
