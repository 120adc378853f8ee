import { expect, test } from "vitest";
import fc from "#lib/domain/testing/seeded.ts";
import { fraction, seedFor } from "./seed.ts";
import { storable } from "./storable.ts";

test("equal parts give equal seeds, and parts do not run together", () => {
  expect(seedFor("a", 1)).toBe(seedFor("a", 1));
  expect(seedFor("a", "b")).not.toBe(seedFor("ab"));
});

test("near seeds spread evenly", () => {
  const tenths = Array.from({ length: 10_000 }, (_, n) => Math.floor(fraction("run", n) * 10));
  for (let tenth = 0; tenth < 10; tenth++) {
    expect(Math.abs(tenths.filter((found) => found === tenth).length - 1_000)).toBeLessThan(150);
  }
});

test("any text becomes storable, and storable text is left alone", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(storable(text)).not.toContain("\0");
      expect(storable(text).isWellFormed()).toBe(true);
      expect(storable(storable(text))).toBe(storable(text));
    }),
  );
});
