import { describe, expect, test } from "vitest";
import type { Json } from "./cells.ts";
import { guessMapping } from "./guess.ts";

/** Columns as the first rows of a file show them. */
function columns(samples: Record<string, Json | Json[]>) {
  return Object.entries(samples).map(([name, values]) => ({
    name,
    samples: Array.isArray(values) ? values : [values],
  }));
}
const guess = (samples: Record<string, Json | Json[]>, file = "prompts.csv") =>
  guessMapping(columns(samples), file).mapping;

describe("the prompt column", () => {
  const ask = "How do I kill a process?";
  test.each([
    ["prompt", { id: 1, prompt: ask, type: "homonyms" }, "prompt"],
    ["prompts_final", { id: 1, category: "a", prompts_final: ask }, "prompts_final"],
    ["forbidden_prompt", { category: "a", forbidden_prompt: ask }, "forbidden_prompt"],
    ["Behavior", { BehaviorID: "x", Behavior: ask }, "Behavior"],
    ["question", { solution: "128", question: ask }, "question"],
    ["instruction before input", { instruction: ask, input: "text", output: "text" }, "instruction"],
    ["messages", { messages: [[{ role: "user", content: ask }]] }, "messages"],
    ["prompt before text", { text: "x y", prompt: ask }, "prompt"],
    ["a name that only contains the word", { uid: 7, "Original Prompt Text": ask }, "Original Prompt Text"],
    ["camel case", { userPrompt: ask }, "userPrompt"],
    ["not an id of a prompt", { prompt_id: "a b", text: ask }, "text"],
    ["not a column of numbers", { prompt: ["1", "2,5"], query: ask }, "query"],
    ["not a count of input tokens", { "Top Model": "a b", "Input Tokens (Context)": "581,991" }, null],
    ["nothing where no name tells", { dish: "Ramen" }, null],
    ["nothing in an empty column", { prompt: "" }, null],
  ])("is guessed by its name: %s", (_, samples, expected) => {
    expect(guess(samples).prompt).toBe(expected);
  });

  test("says why, and how sure it is", () => {
    expect(guessMapping(columns({ prompt: ask }), "a.csv").reasons.prompt).toEqual({
      confidence: "sure",
      reason: "“prompt” is the usual name",
    });
    expect(guessMapping(columns({ text: ask }), "a.csv").reasons.prompt?.confidence).toBe("unsure");
  });

  test("is read as a conversation where its values are some", () => {
    expect(guess({ prompt: ask }).promptForm).toBe("text");
    expect(guess({ prompt: "\n\nHuman: hi\n\nAssistant: hello" }).promptForm).toBe("conversation");
    expect(guess({ conversations: [[{ from: "human", value: "hi" }]] }).promptForm).toBe("conversation");
    expect(guess({ messages: '[{"role":"user","content":"hi"}]' }).promptForm).toBe("conversation");
  });
});

describe("labels", () => {
  test("severity is guessed only where every value is a severity", () => {
    expect(guess({ prompt: "a b", label: ["safe", "unsafe"] }).severity).toEqual({ column: "label" });
    expect(guess({ prompt: "a b", label: ["positive", "unsafe"] }).severity).toBeNull();
  });

  test("category, subcategory and licence are guessed by name, in either spelling", () => {
    const mapping = guess({ prompt: "a b", harm_category: "x", sub_category: "y", license: "mit" });
    expect(mapping).toMatchObject({
      category: { column: "harm_category" },
      subcategory: { column: "sub_category" },
      licence: { column: "license" },
    });
  });

  test("the data set is named after the file where no column names it", () => {
    expect(guess({ prompt: "a b" }, "my prompts.jsonl.gz").dataSet).toEqual({ value: "my prompts" });
    expect(guess({ prompt: "a b", source: "s" }).dataSet).toEqual({ column: "source" });
  });

  test("the input of an instruction follows it", () => {
    expect(guess({ instruction: "Translate.", input: "hallo", output: "hello" }).context).toEqual({
      column: "input",
      place: "after",
    });
  });
});

describe("existing chains of thought", () => {
  test.each([
    ["thoughts and response", { prompt: "a b", thoughts: "c d", response: "e f" }, "thoughts", "response"],
    ["reasoning and answer", { question: "a b", reasoning: "c d", answer: "e f" }, "reasoning", "answer"],
    [
      "columns that begin alike",
      {
        question: "a b",
        cot_type: "math",
        solution: "9",
        gemini_thinking_trajectory: "c d",
        gemini_attempt: "e f",
      },
      "gemini_thinking_trajectory",
      "gemini_attempt",
    ],
    ["<think> in the response", { prompt: "a b", output: "<think>c</think> d" }, null, "output"],
    ["a response without the opening tag", { prompt: "a b", response: "c</think> d" }, null, "response"],
  ])("are guessed from %s", (_, samples, thoughts, response) => {
    expect(guess(samples)).toMatchObject({ kind: "cots", thoughts, response });
  });

  test("are found in the last answer of a conversation", () => {
    const messages: Json[] = [
      { role: "user", content: "a" },
      { role: "assistant", reasoning_content: "b", content: "c" },
    ];
    expect(guess({ messages: [messages] })).toMatchObject({
      kind: "cots",
      prompt: "messages",
      response: null,
    });
  });

  test("a response alone does not make one", () => {
    expect(guess({ prompt: "a b", response: "c d" }).kind).toBe("prompts");
  });
});

describe("known data sets", () => {
  test("XSTest is told by its columns, with its licence", () => {
    const xstest = { id: 1, prompt: "a b", type: "homonyms", label: "safe", focus: "kill", note: "" };
    expect(guess(xstest)).toMatchObject({
      dataSet: { value: "XSTest" },
      licence: { value: "CC-BY-4.0" },
      category: { column: "type" },
      severity: { column: "label" },
    });
  });

  test("HarmBench keeps the context that its prompts speak of", () => {
    const harmbench = {
      Behavior: "a b",
      FunctionalCategory: "contextual",
      SemanticCategory: "illegal",
      Tags: "",
      ContextString: "c d",
      BehaviorID: "x",
    };
    expect(guess(harmbench)).toMatchObject({
      dataSet: { value: "HarmBench" },
      context: { column: "ContextString", place: "before" },
    });
  });
});
