import { expect, test } from "vitest";
import { fileNameIn } from "./file-name.ts";

test.each([
  ["prompts.csv", "prompts.csv"],
  ["gr%C3%BC%C3%9Fe%20%E6%97%A5.csv", "grüße 日.csv"],
  ["C:\\fakepath\\a.csv", "a.csv"],
  ["..%2F..%2Fetc%2Fpasswd", "passwd"],
  ["a%00b%0A.csv", "ab.csv"],
  ["%E2%80%AEvsc.csv", "vsc.csv"],
  ["100%.csv", "100%.csv"],
  [`${"x".repeat(300)}.csv`, `${"x".repeat(196)}.csv`],
])("the name in %j is %j", (header, name) => {
  expect(fileNameIn(header)).toBe(name);
});

test.each([[null], [""], ["%20"], ["a%2F"]])("%j names no file", (header) => {
  expect(() => fileNameIn(header)).toThrow("does not name its file");
});
