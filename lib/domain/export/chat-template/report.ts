import { Template } from "@huggingface/jinja";
import { type ChatFormat, chatFormats } from "#lib/domain/export/formats.ts";
import { type ChatMessage, chatMessages, type RowContent } from "#lib/domain/export/row.ts";
import { type FamilyId, families, familyIds } from "./families.ts";
import * as templates from "./templates.ts";

/**
 * What becomes of the chain of thought: it stands where the family keeps reasoning; it stands in the answer that people are
 * shown; it is gone; or the template takes no such conversation.
 */
export type Fate = "kept" | "in_answer" | "lost" | "refused";

/** A row in one shape, as a family's chat template writes it. */
export type Rendering = {
  family: FamilyId;
  format: ChatFormat;
  fate: Fate;
  /** What a model is trained on; of a refusal, what the template says. */
  text: string;
  /** Where in the text the chain of thought begins and ends; null where it is not there. */
  reasoning: readonly [start: number, end: number] | null;
  /** What of the conversation before the answer is not written. */
  leftOut: ("system" | "turns")[];
};

const templateOf: Readonly<Record<FamilyId, string>> = {
  "qwen-2.5": templates.qwen25,
  mistral: templates.mistral,
  "llama-3": templates.llama3,
  "gemma-2": templates.gemma2,
  "gemma-3": templates.gemma3,
  chatml: templates.chatml,
  "qwen-3": templates.qwen3,
  "deepseek-r1": templates.deepseekR1,
  "gpt-oss": templates.gptOss,
};

/** How a sequence begins and ends, where a template asks for it. */
const tokens: Readonly<Partial<Record<FamilyId, { bos_token: string; eos_token?: string }>>> = {
  mistral: { bos_token: "<s>", eos_token: "</s>" },
  "llama-3": { bos_token: "<|begin_of_text|>" },
  "gemma-2": { bos_token: "<bos>" },
  "gemma-3": { bos_token: "<bos>" },
  "deepseek-r1": { bos_token: "<｜begin▁of▁sentence｜>" },
};

/** What each family's chat template makes of a row, in each shape of chat messages. */
export function renderEverywhere(content: RowContent): Rendering[] {
  return familyIds.flatMap((family) => chatFormats.map((format) => render(family, format, content)));
}

/** What a family's chat template makes of a row in one shape. */
export function render(family: FamilyId, format: ChatFormat, content: RowContent): Rendering {
  const messages = chatMessages(format, content);
  const of = { family, format };
  try {
    const text = new Template(templateOf[family]).render({
      ...tokens[family],
      messages,
      today: "YYYY-MM-DD",
    });
    const reasoning = placeOf(reasoningIn(messages), text);
    return { ...of, text, reasoning, fate: fateOf(family, text, reasoning), leftOut: leftOut(content, text) };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { ...of, fate: "refused", text, reasoning: null, leftOut: [] };
  }
}

function reasoningIn(messages: readonly ChatMessage[]): string {
  const { content = "", reasoning_content, thinking } = messages.at(-1) ?? {};
  const tagged = content.slice("<think>\n".length, content.indexOf("\n</think>"));
  return (reasoning_content ?? thinking ?? tagged).trim();
}

function placeOf(reasoning: string, text: string): Rendering["reasoning"] {
  const start = text.lastIndexOf(reasoning);
  return reasoning === "" || start < 0 ? null : [start, start + reasoning.length];
}

function fateOf(family: FamilyId, text: string, reasoning: Rendering["reasoning"]): Fate {
  if (reasoning === null) return "lost";
  const { opening } = families[family];
  const before = text.slice(0, reasoning[0]).trimEnd();
  return opening === null || before.endsWith(opening) ? "kept" : "in_answer";
}

function leftOut({ messages }: RowContent, text: string): Rendering["leftOut"] {
  const missing = messages.filter(({ content }) => !text.includes(content.trim()));
  return [
    ...(missing.some(({ role }) => role === "system") ? (["system"] as const) : []),
    ...(missing.some(({ role }) => role !== "system") ? (["turns"] as const) : []),
  ];
}
