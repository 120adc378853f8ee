import { expect, test } from "vitest";
import { sentenceChange } from "./describe.ts";

test.each([
  ["nothing changed", "One. Two.", "One. Two.", 0, 0],
  ["one sentence more", "One. Two.", "One. Two. Three.", 1, 0],
  ["one less", "One. Two.", "Two.", 0, 1],
  ["a changed sentence counts as both", "One. Two.", "One. Three.", 1, 1],
  ["spaces do not count", "One. Two.", "One.\nTwo.", 0, 0],
  ["Chinese has sentences too", "一。二。", "一。二。三。", 1, 0],
  ["from nothing", "", "One. Two.", 2, 0],
])("%s", (_, before, after, added, removed) => {
  expect(sentenceChange(before, after)).toEqual({ added, removed });
});
