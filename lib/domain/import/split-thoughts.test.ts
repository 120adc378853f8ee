import { describe, expect, test } from "vitest";
import type { Json } from "./cells.ts";
import { splitThoughts } from "./split-thoughts.ts";
import { splitThinking } from "./thinking.ts";

describe("a chain of thought is split into thoughts", () => {
  test.each<[string, Json, string[]]>([
    ["at blank lines", "One.\nstill one.\n\n\nTwo.\r\n\r\nThree.", ["One.\nstill one.", "Two.", "Three."]],
    ["at numbered steps", "1. One.\n2) Two.\n3: Three.", ["One.", "Two.", "Three."]],
    ["at named steps", "Step 1: One.\nmore\n\nStep 2: Two.", ["One.\nmore", "Two."]],
    ["at bold steps", "**Thought 1:** One.\n**Thought 2:** Two.", ["One.", "Two."]],
    ["at steps after a first sentence", "Let me think.\n1. One.\n2. Two.", ["Let me think.", "One.", "Two."]],
    ["item by item", ["One.", " ", { text: "Two." }, { step: "Three." }], ["One.", "Two.", "Three."]],
    ["item by item of JSON text", '["One.", "Two."]', ["One.", "Two."]],
    ["not at all where nothing parts it", "One.\nTwo.", ["One.\nTwo."]],
    ["not at a single number", "1. One.\nmore", ["1. One.\nmore"]],
    ["not at numbers out of turn", "1. One.\n7. Seven.\n2. Two.", ["One.\n7. Seven.", "Two."]],
    ["not at a list inside a paragraph", "Options:\n1. a\n2. b\n\nSo a.", ["Options:\n1. a\n2. b", "So a."]],
    ["not inside code", "See:\n```\na\n\nb\n```\n\nDone.", ["See:\n```\na\n\nb\n```", "Done."]],
    ["without rules between them", "One.\n\n---\n\nTwo.", ["One.", "Two."]],
    ["into none where there is nothing", null, []],
  ])("%s", (_, value, expected) => {
    expect(splitThoughts(value)).toEqual(expected);
  });

  test("and what blank lines part comes back as it was", () => {
    const thoughts = ["First, what is asked.", "Then, 5.2 applies.", "So I help."];
    expect(splitThoughts(thoughts.join("\n\n"))).toEqual(thoughts);
  });

  test("at once, however odd it is", () => {
    for (const evil of [
      "```\n".repeat(50_000),
      "1.\n".repeat(50_000),
      " ".repeat(200_000),
      "-= ".repeat(60_000),
    ]) {
      expect(splitThoughts(`${evil}end`).length).toBeGreaterThan(0);
    }
  }, 2_000);
});

describe("thinking is parted from the answer", () => {
  test.each([
    ["between tags", "<think>a</think>b", "a", "b", false],
    ["in capitals, under another name", "<Reasoning>a</Reasoning> b", "a", "b", false],
    ["without an opening tag", "a\n</think>\n\nb", "a", "b", false],
    ["in two blocks", "<think>a</think>b<think>c</think>d", "a\n\nc", "b\n\nd", false],
    ["with words before it", "Well. <think>a</think>b", "a", "Well.\n\nb", false],
    ["that never ends", "<think>a", "a", "", true],
    ["that is not there", "b", "", "b", false],
  ])("%s", (_, text, thinking, answer, open) => {
    expect(splitThinking(text)).toEqual({ thinking, answer, open });
  });
});
