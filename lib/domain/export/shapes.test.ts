import { expect, test } from "vitest";
import { z } from "zod";
import { columns, type Format, formats, isPairFormat } from "./formats.ts";
import { type PairContent, pairWriter, rowLine } from "./row.ts";
import { stepwiseLine } from "./stepwise.ts";

/*
 * What TRL documents of its dataset types (huggingface.co/docs/trl/dataset_formats, as of 0.12, 0.17 and after):
 * "language modeling", conversational: `messages`, a list of objects with `role` and `content`; chat templates may read
 * further fields, `thinking` among them. "Preference": `prompt`, `chosen`, `rejected`; "unpaired preference": `prompt`,
 * `completion`, `label` as a boolean; each of strings (standard) or lists of messages (conversational). "Stepwise supervision", standard: `prompt` string, `completions` list of strings,
 * `labels` list of booleans, one for each completion. Columns that a trainer does not know are left alone or dropped.
 */
const message = z.strictObject({ role: z.enum(["system", "user", "assistant"]), content: z.string() });
const messages = z.array(message).nonempty();
const documented: Record<Format, z.ZodType> = {
  /** Not TRL's: the columns of AmazonScience/AIDSAFE. */
  aidsafe: z.object({ prompt: z.string(), thoughts: z.string(), response: z.string() }),
  messages: z.object({ messages }),
  "messages-reasoning": z.object({
    messages: z.array(message.extend({ reasoning_content: z.string().optional() })),
  }),
  "messages-thinking": z.object({ messages: z.array(message.extend({ thinking: z.string().optional() })) }),
  stepwise: z
    .object({ prompt: z.string(), completions: z.array(z.string()).nonempty(), labels: z.array(z.boolean()) })
    .refine(({ completions, labels }) => completions.length === labels.length),
  preference: z.object({ prompt: z.string(), chosen: z.string(), rejected: z.string() }),
  "preference-messages": z.object({ prompt: messages, chosen: messages, rejected: messages }),
  unpaired: z.object({ prompt: z.string(), completion: z.string(), label: z.boolean() }),
  "unpaired-messages": z.object({ prompt: messages, completion: messages, label: z.boolean() }),
};

const content: PairContent = {
  messages: [
    { role: "system", content: "You sell bikes." },
    { role: "user", content: "Hello" },
    { role: "assistant", content: "Hi!" },
    { role: "user", content: "Which one?" },
  ],
  thoughts: ["They want a bike.", "Ask what for."],
  response: "What will you use it for?",
  ref: "12.184",
  revision: 3,
  origin: "edit",
  rejected: { thoughts: ["They want a car."], response: "Take a car.", id: "12.184@1" },
};

function linesOf(format: Format): string[] {
  if (isPairFormat(format)) return pairWriter(format)(content);
  if (format !== "stepwise") return [rowLine(format, content)];
  const line = stepwiseLine(content, [
    { text: "They want a bike.", label: true, judgements: ["sound"] },
    { text: "Or two.", label: false, judgements: ["redundant"] },
  ]);
  return line === null ? [] : [line];
}

test.each(formats)("a row of %s has the documented columns and types, then ours", (format) => {
  const rows = linesOf(format).map((line) => JSON.parse(line));
  expect(rows).not.toEqual([]);
  for (const row of rows) {
    expect(Object.keys(row)).toEqual(columns[format]);
    expect(documented[format].safeParse(row).error?.issues).toBeUndefined();
  }
});

test.each([
  ["messages-reasoning", "reasoning_content"],
  ["messages-thinking", "thinking"],
] as const)(
  "%s keeps thoughts and response apart, and gives earlier answers the same field",
  (format, field) => {
    const { messages } = JSON.parse(rowLine(format, content));
    expect(messages.at(-1)).toEqual({
      role: "assistant",
      content: "What will you use it for?",
      [field]: "They want a bike.\n\nAsk what for.",
    });
    expect(messages[2]).toEqual({ role: "assistant", content: "Hi!", [field]: "" });
    expect(messages[0]).toEqual({ role: "system", content: "You sell bikes." });
  },
);
