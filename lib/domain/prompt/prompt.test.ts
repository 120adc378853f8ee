import { describe, expect, test } from "vitest";
import { PromptMessages, promptText } from "./prompt.ts";

const user = { role: "user", content: "How do I kill a process?" } as const;
const system = { role: "system", content: "You are a tutor." } as const;
const assistant = { role: "assistant", content: "With kill." } as const;

describe("the messages of a prompt", () => {
  test.each([
    ["one user message is a prompt", [user], true],
    ["system text may come first", [system, user], true],
    ["a conversation ends with the user", [system, user, assistant, user], true],
    ["nothing at all is no prompt", [], false],
    ["a conversation that ends with the assistant has nothing to answer", [user, assistant], false],
    ["system text in the middle is refused", [user, system, user], false],
    ["blank text is refused", [{ role: "user", content: " \n" }], false],
  ])("%s", (_, messages, ok) => {
    expect(PromptMessages.safeParse(messages).success).toBe(ok);
  });

  test("are made storable", () => {
    expect(PromptMessages.parse([{ role: "user", content: " a\0b\uD800 " }])).toEqual([
      { role: "user", content: "ab\uFFFD" },
    ]);
  });

  test("show their last user message in lists", () => {
    expect(promptText([system, user, assistant, { role: "user", content: "And a service?" }])).toBe(
      "And a service?",
    );
  });
});
