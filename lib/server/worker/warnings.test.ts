import { expect, test } from "vitest";
import { wordsOf } from "./warnings.ts";

test.each([
  [{ type: "unsupported", feature: "seed" }, "seed was not sent: this endpoint does not take it."],
  [
    { type: "unsupported", feature: "temperature", details: "Reasoning models take none." },
    "temperature was not sent: Reasoning models take none.",
  ],
  [{ type: "compatibility", feature: "responseFormat" }, "responseFormat was sent in another form."],
  [{ type: "deprecated", setting: "seed", message: "Leave it out." }, "seed is deprecated: Leave it out."],
  [{ type: "other", message: "Something else." }, "Something else."],
] as const)("%j", (warning, words) => {
  expect(wordsOf(warning)).toBe(words);
});
