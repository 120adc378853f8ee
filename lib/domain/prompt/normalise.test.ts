import { describe, expect, test } from "vitest";
import fc from "#lib/domain/testing/seeded.ts";
import { normalise, normalisedMessages } from "./normalise.ts";

describe("normalise", () => {
  test.each([
    ["case", "How Do I Kill a process", "how do i kill a PROCESS"],
    ["white space", " How do\tI\n kill  a process ", "How do I kill a process"],
    ["punctuation at the ends", "“How do I kill a process?!”", "How do I kill a process"],
    ["full-width forms", "Ｋｉｌｌ ａ ｐｒｏｃｅｓｓ", "kill a process"],
    ["zero-width characters", "ki\u200Bll a pro\uFEFFcess", "kill a process"],
    ["composed and decomposed letters", "cafe\u0301", "CAFÉ"],
    ["the two small sigmas", "ΟΔΟΣ", "οδοσ"],
  ])("takes no notice of %s", (_, one, other) => {
    expect(normalise(one)).toBe(normalise(other));
  });

  test.each([
    ["punctuation inside", "a.b", "ab"],
    ["words", "kill a process", "kill the process"],
    ["accents", "resume", "résumé"],
  ])("tells texts apart by %s", (_, one, other) => {
    expect(normalise(one)).not.toBe(normalise(other));
  });

  test("leaves something of text that is all punctuation", () => {
    expect(normalise(" ?! ")).toBe("?!");
  });

  test("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });

  test("answers at once, whatever the text", () => {
    for (const evil of ["!".repeat(200_000), `a${"!".repeat(200_000)}a`, "a !".repeat(70_000)]) {
      expect(normalise(evil).length).toBeLessThanOrEqual(evil.length);
    }
  }, 2_000);
});

test("the same words under another system text are another prompt", () => {
  const user = { role: "user", content: "Tell me a joke." } as const;
  const system = { role: "system", content: "You are a pirate." } as const;
  expect(normalisedMessages([system, user])).not.toBe(normalisedMessages([user]));
  expect(normalisedMessages([user])).toBe(normalisedMessages([{ role: "user", content: "tell me a  JOKE" }]));
});
