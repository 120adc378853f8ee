import { describe, expect, test } from "vitest";
import { severityOfIntents, severityOfWord, severityRank } from "./severity.ts";

describe("severity", () => {
  test.each([
    ["is unrated without intents", [], "unrated"],
    ["is none where all is benign", ["benign", "benign"], "none"],
    ["is medium where something is ambiguous", ["benign", "ambiguous"], "medium"],
    ["follows the riskiest intent", ["malicious", "benign", "ambiguous"], "high"],
  ] as const)("%s", (_, risks, expected) => {
    expect(severityOfIntents(risks.map((risk) => ({ risk })))).toBe(expected);
  });

  test("nobody's word counts as high", () => {
    expect(severityRank("unrated")).toBe(severityRank("high"));
  });

  test.each([
    [" Safe ", "none"],
    ["UNSAFE", "high"],
    ["moderate", "medium"],
    ["0", "none"],
    ["1.0", "low"],
    ["7", "high"],
    ["PG-13", null],
    ["constructor", null],
    ["", null],
  ])("reads %j as %s", (word, expected) => {
    expect(severityOfWord(word)).toBe(expected);
  });
});
