import { expect, test } from "vitest";
import { addressNumber, queryNumber } from "./address-number.ts";

test("a number in an address is one that people see", () => {
  expect([addressNumber("12"), queryNumber("12")]).toEqual([12, 12]);
});

test.each(["", "0", "-1", "1.5", "1e3", "12a", "99999999999"])(
  "“%s” in an address is no page, and in a query says nothing",
  (text) => {
    expect(() => addressNumber(text)).toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
    expect(queryNumber(text)).toBeNull();
  },
);

test("a query that names two numbers, or none, says nothing", () => {
  expect([queryNumber(["1", "2"]), queryNumber(undefined)]).toEqual([null, null]);
});
