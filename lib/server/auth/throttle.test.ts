import { expect, test } from "vitest";
import { Throttle } from "./throttle.ts";

test("allows as many tries as the window has, then says how long to wait", () => {
  const throttle = new Throttle({ max: 2, windowMs: 1_000 });
  expect([0, 100, 200, 300].map((now) => throttle.take("ina", now))).toEqual([0, 0, 800, 700]);
});

test("one key does not slow another", () => {
  const throttle = new Throttle({ max: 1, windowMs: 1_000 });
  throttle.take("ina", 0);
  expect(throttle.take("bo", 0)).toBe(0);
});

test("a new window begins when the old one has ended", () => {
  const throttle = new Throttle({ max: 1, windowMs: 1_000 });
  throttle.take("ina", 0);
  expect(throttle.take("ina", 1_000)).toBe(0);
});

test("a try that is given back does not count", () => {
  const throttle = new Throttle({ max: 1, windowMs: 1_000 });
  throttle.take("ina", 0);
  throttle.giveBack("ina");
  expect(throttle.take("ina", 1)).toBe(0);
});

test("ten thousand made-up keys do not make it forget one that is still counted", () => {
  const throttle = new Throttle({ max: 1, windowMs: 1_000 });
  for (let n = 0; n < 10_000; n += 1) throttle.take(`made up ${n}`, 0);
  throttle.take("ina", 900);
  throttle.take("another", 1_500);
  expect(throttle.take("ina", 1_500)).toBe(400);
});
