import { describe, expect, test } from "vitest";
import { readConversation } from "./conversation.ts";
import { looksLikeDialogue, splitDialogue } from "./dialogue.ts";

const said = (text: string) => splitDialogue(text).map(({ role, content }) => `${role}: ${content}`);

describe("text with role marks", () => {
  test.each([
    [
      "Human and Assistant",
      "\n\nHuman: hi\n\nAssistant: hello\nthere\n\nHuman: bye",
      ["user: hi", "assistant: hello\nthere", "user: bye"],
    ],
    ["User and AI", "User: hi\nAI: hello", ["user: hi", "assistant: hello"]],
    ["bold marks", "**User:** hi\n**Assistant**: hello", ["user: hi", "assistant: hello"]],
    ["headings", "### Instruction:\nSum.\n\n### Response:\n3", ["user: Sum.", "assistant: 3"]],
    ["a system mark", "System: You teach.\nUser: hi", ["system: You teach.", "user: hi"]],
    ["text before the first mark", "You teach.\nUser: hi", ["system: You teach.", "user: hi"]],
    ["token marks", "<|system|>You teach.<|user|>hi<|assistant|>", ["system: You teach.", "user: hi"]],
    [
      "ChatML",
      "<|im_start|>user\nhi<|im_end|>\n<|im_start|>assistant\nhello<|im_end|>",
      ["user: hi", "assistant: hello"],
    ],
    [
      "Llama headers",
      "<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\nhi<|eot_id|>",
      ["user: hi"],
    ],
    ["no marks at all", "What does a user: mean?", ["user: What does a user: mean?"]],
    ["a mark inside a line", "Human: say Assistant: hello", ["user: say Assistant: hello"]],
  ])("is split at its marks: %s", (_, text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test.each([
    ["a prompt is no dialogue because of a colon in it", "Who is the user: me?", false],
    ["a dialogue begins with a mark", "Human: hi", true],
    ["marks further down do not make one", "Complete this.\nUser: hi", false],
    ["chat templates are dialogues", "<|begin_of_text|><|user|>hi", true],
  ])("%s", (_, text, expected) => {
    expect(looksLikeDialogue(text)).toBe(expected);
  });

  test("is split at once, whatever it holds", () => {
    for (const evil of [
      "<|".repeat(100_000),
      "User:".repeat(60_000),
      `${"#".repeat(100_000)}${"\n \t".repeat(100_000)}`,
    ]) {
      expect(splitDialogue(evil).length).toBeLessThan(2);
    }
  }, 2_000);
});

describe("a conversation is read from", () => {
  test.each([
    ["messages", [{ role: "user", content: "hi" }], ["user: hi"]],
    [
      "ShareGPT's turns",
      [
        { from: "human", value: "hi" },
        { from: "gpt", value: "yo" },
      ],
      ["user: hi", "assistant: yo"],
    ],
    ["a list of texts in turn", ["hi", "yo", "bye"], ["user: hi", "assistant: yo", "user: bye"]],
    ["JSON text", '{"messages": [{"role": "user", "content": "hi"}]}', ["user: hi"]],
    [
      "parts of text",
      [
        {
          role: "user",
          content: [
            { type: "text", text: "a" },
            { type: "text", text: "b" },
          ],
        },
      ],
      ["user: a\n\nb"],
    ],
    [
      "developer messages",
      [
        { role: "developer", content: "s" },
        { role: "user", content: "hi" },
      ],
      ["system: s", "user: hi"],
    ],
  ])("%s", (_, cell, expected) => {
    expect(readConversation(cell, "c").map(({ role, content }) => `${role}: ${content}`)).toEqual(expected);
  });
});
