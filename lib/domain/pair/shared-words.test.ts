import { expect, test } from "vitest";
import fc from "#lib/domain/testing/seeded.ts";
import { sharesWords } from "./shared-words.ts";

const belief = "The person has shown papers that allow everything which is asked for here.";

test.each([
  ["eight words in a row", "We know the person has shown papers, that allow everything, so we go on.", true],
  [
    "the same in capitals and other punctuation",
    "PERSON HAS SHOWN: PAPERS — THAT ALLOW EVERYTHING WHICH",
    true,
  ],
  ["seven words in a row", "The person has shown papers that allow nothing.", false],
  ["the same words in another order", "Papers that allow everything here: the person has shown them.", false],
  ["nothing", "", false],
])("%s", (_, text, expected) => {
  expect(sharesWords(belief, text)).toBe(expected);
});

test("a short belief is shared as a whole", () => {
  expect(sharesWords("The rules rest today.", "Since the rules rest today, it is allowed.")).toBe(true);
  expect(sharesWords("The rules rest today.", "The rules rest tomorrow.")).toBe(false);
});

test("a belief without words shares nothing", () => {
  expect(sharesWords("…", "… and so on")).toBe(false);
});

test("a text that quotes the belief always shares words with it", () => {
  const words = fc
    .array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 20 })
    .map((all) => all.join(" "));
  fc.assert(
    fc.property(words, words, words, (before, said, after) => {
      expect(sharesWords(said, `${before}. ${said}. ${after}`)).toBe(true);
    }),
  );
});
