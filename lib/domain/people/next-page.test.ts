import { expect, test } from "vitest";
import { nextPage } from "./next-page.ts";

test.each([
  [
    "a page of ours is kept, with its query",
    "/projects/support/runs?status=running",
    "/projects/support/runs?status=running",
  ],
  ["nothing leads home", undefined, "/"],
  ["another site leads home", "https://evil.example/", "/"],
  ["an address without scheme leads home", "//evil.example/x", "/"],
  ["a backslash is a slash to browsers", "/\\evil.example/x", "/"],
  ["a tab inside is dropped by browsers", "/\t/evil.example", "/"],
  ["a script is no page", "javascript:alert(1)", "/"],
])("%s", (_, asked, expected) => {
  expect(nextPage(asked)).toBe(expected);
});
