import { describe, expect, test } from "vitest";
import { PromptMessages } from "#lib/domain/prompt/prompt.ts";
import fc from "#lib/domain/testing/seeded.ts";
import { candidateOf } from "./candidate.ts";
import type { Cells, Json } from "./cells.ts";
import type { Mapping } from "./mapping.ts";

const plain: Mapping = {
  kind: "prompts",
  evaluation: false,
  prompt: "prompt",
  promptForm: "text",
  system: null,
  context: null,
  category: null,
  subcategory: null,
  severity: null,
  licence: null,
  dataSet: { value: "Own" },
  thoughts: null,
  response: null,
};
const read = (cells: Cells, mapping: Partial<Mapping> = {}) =>
  candidateOf({ row: 3, cells, fault: null }, { ...plain, ...mapping });
const messages = (cells: Cells, mapping: Partial<Mapping> = {}) => read(cells, mapping).candidate?.messages;
const user = (content: string) => ({ role: "user", content });

describe("a row becomes a prompt", () => {
  test("with its source and severity", () => {
    const cells = {
      prompt: " How do I kill a process? ",
      type: "homonyms",
      label: "unsafe",
      licence: "cc by 4.0",
    };
    const mapping: Partial<Mapping> = {
      category: { column: "type" },
      severity: { column: "label" },
      licence: { column: "licence" },
    };
    expect(read(cells, mapping).candidate).toEqual({
      messages: [user("How do I kill a process?")],
      severity: "high",
      source: { dataSet: "Own", row: 3, category: "homonyms", subcategory: null, licence: "CC-BY-4.0" },
      cot: null,
    });
  });

  test.each<[string, Cells, Partial<Mapping>, unknown]>([
    [
      "with context before it",
      { prompt: "Who?", c: "A text." },
      { context: { column: "c", place: "before" } },
      "A text.\n\nWho?",
    ],
    [
      "with input after it",
      { prompt: "Sum.", c: "1 2" },
      { context: { column: "c", place: "after" } },
      "Sum.\n\n1 2",
    ],
    [
      "without an empty context",
      { prompt: "Who?", c: "" },
      { context: { column: "c", place: "before" } },
      "Who?",
    ],
    ["from a number", { prompt: 42 }, {}, "42"],
    ["made storable", { prompt: "a\0b" }, {}, "ab"],
  ])("%s", (_, cells, mapping, content) => {
    expect(messages(cells, mapping)).toEqual([user(content as string)]);
  });

  test("under a system text", () => {
    expect(messages({ prompt: "Who?", s: "You teach." }, { system: "s" })).toEqual([
      { role: "system", content: "You teach." },
      user("Who?"),
    ]);
  });

  test("as text even where it looks like a dialogue, if the mapping says so", () => {
    expect(messages({ prompt: "User: hi" })).toEqual([user("User: hi")]);
  });

  test("unrated where the severity is a word that means nothing here", () => {
    expect(read({ prompt: "a", s: "PG-13" }, { severity: { column: "s" } }).candidate?.severity).toBe(
      "unrated",
    );
  });

  test("with lists and flags of categories joined", () => {
    const category = { category: { column: "c" } };
    expect(read({ prompt: "a", c: ["x", "y"] }, category).candidate?.source.category).toBe("x, y");
    expect(read({ prompt: "a", c: { x: true, y: false } }, category).candidate?.source.category).toBe("x");
  });
});

describe("a conversation becomes a prompt", () => {
  const conversation = { promptForm: "conversation" } as const;

  test("up to the last message of the user", () => {
    const cells = {
      prompt: [
        { role: "system", content: "s" },
        { role: "user", content: "a" },
        { role: "assistant", content: "b" },
        { role: "user", content: "c" },
        { role: "assistant", content: "d" },
      ],
    };
    expect(messages(cells, conversation)?.map(({ content }) => content)).toEqual(["s", "a", "b", "c"]);
  });

  test.each<[string, Json, string]>([
    ["the assistant alone", [{ role: "assistant", content: "b" }], "no message of the user"],
    ["an unknown role", [{ role: "tool", content: "b" }], "“tool” is not known"],
    ["system text in the middle", [user("a"), { role: "system", content: "b" }, user("c")], "in the middle"],
    ["an image", [{ role: "user", content: [{ type: "image_url", image_url: {} }] }], "other than text"],
    ["an empty cell", null, "no prompt here"],
    ["an object without messages", { a: 1 }, "not a conversation"],
    ["messages without text", [user("")], "no prompt here"],
  ])("but not of %s", (_, prompt, sentence) => {
    const fault = { column: "prompt", sentence: expect.stringContaining(sentence) };
    expect(read({ prompt }, conversation)).toEqual({ candidate: null, fault });
  });
});

describe("a row that cannot be read says where and why", () => {
  test.each<[string, Cells, Partial<Mapping>, string | null, string]>([
    ["nothing in the cell", { prompt: " " }, {}, "prompt", "no prompt here"],
    ["no such cell", {}, {}, "prompt", "no prompt here"],
    ["a list where text should be", { prompt: ["a"] }, {}, "prompt", "not text"],
    ["too long a text", { prompt: "a".repeat(200_001) }, {}, "prompt", "200,000"],
    ["a text for a category", { prompt: "a", c: "b".repeat(201) }, { category: { column: "c" } }, "c", "200"],
  ])("%s", (_, cells, mapping, column, sentence) => {
    expect(read(cells, mapping)).toEqual({
      candidate: null,
      fault: { column, sentence: expect.stringContaining(sentence) },
    });
  });

  test("and keeps the reader's own words", () => {
    const fault = { column: null, sentence: "this line is not valid JSON." };
    expect(candidateOf({ row: 1, cells: {}, fault }, plain)).toEqual({ candidate: null, fault });
  });
});

describe("an existing chain of thought", () => {
  const cots: Partial<Mapping> = { kind: "cots", response: "response" };

  test("comes from columns of thoughts and response", () => {
    const cells = { prompt: "a", thoughts: "One.\n\nTwo.", response: "b", approved: true };
    expect(read(cells, { ...cots, thoughts: "thoughts" }).candidate?.cot).toEqual({
      thoughts: ["One.", "Two."],
      response: "b",
    });
  });

  test("comes from <think> in the response", () => {
    const cells = { prompt: "a", response: "<think>\nOne.\n\nTwo.\n</think>\n\nb" };
    expect(read(cells, cots).candidate?.cot).toEqual({ thoughts: ["One.", "Two."], response: "b" });
  });

  test("comes from the last answer of a conversation", () => {
    const prompt = [user("a"), { role: "assistant", reasoning_content: "One.", content: "b" }];
    expect(read({ prompt }, { kind: "cots", promptForm: "conversation" }).candidate).toMatchObject({
      messages: [user("a")],
      cot: { thoughts: ["One."], response: "b" },
    });
  });

  test.each<[string, Cells, Partial<Mapping>, string, string]>([
    ["has no thoughts", { prompt: "a", response: "b" }, cots, "response", "no chain of thought"],
    [
      "has no thoughts in their column",
      { prompt: "a", t: "", response: "b" },
      { ...cots, thoughts: "t" },
      "t",
      "no chain of thought",
    ],
    ["never closes its <think>", { prompt: "a", response: "<think>One." }, cots, "response", "never closed"],
    ["has no response", { prompt: "a", response: "<think>One.</think>" }, cots, "response", "no response"],
    [
      "ends with the user",
      { prompt: "User: a" },
      { kind: "cots", promptForm: "conversation" },
      "prompt",
      "does not end",
    ],
    [
      "is cut into too many",
      { prompt: "a", t: Array(1_001).fill("x"), response: "b" },
      { ...cots, thoughts: "t" },
      "t",
      "1,001",
    ],
  ])("is faulty where it %s", (_, cells, mapping, column, sentence) => {
    expect(read(cells, mapping).fault).toEqual({ column, sentence: expect.stringContaining(sentence) });
  });
});

test("whatever is in a row, it becomes a whole prompt or a fault", () => {
  const cell = fc.oneof(
    fc.json().map((text) => JSON.parse(text) as Json),
    fc.string({ unit: "binary" }),
  );
  const form = fc.constantFrom("text" as const, "conversation" as const);
  const kind = fc.constantFrom("prompts" as const, "cots" as const);
  fc.assert(
    fc.property(cell, cell, cell, form, kind, (prompt, thoughts, response, promptForm, kind) => {
      const mapping = { kind, promptForm, thoughts: "thoughts", response: "response" };
      const { candidate, fault } = read({ prompt, thoughts, response }, mapping);
      if (fault) expect(fault.sentence).not.toBe("");
      else expect(PromptMessages.parse(candidate.messages)).toEqual(candidate.messages);
    }),
    { numRuns: 2_000 },
  );
});
