import type { MessageRole } from "#lib/domain/prompt/prompt.ts";

const roleWords: Record<string, MessageRole> = {
  user: "user",
  human: "user",
  prompter: "user",
  instruction: "user",
  question: "user",
  assistant: "assistant",
  ai: "assistant",
  bot: "assistant",
  chatbot: "assistant",
  gpt: "assistant",
  chatgpt: "assistant",
  model: "assistant",
  response: "assistant",
  answer: "assistant",
  system: "system",
  developer: "system",
};

/**
 * The role that data sets mean by a word (`human`, `gpt`, `prompter`, …).
 *
 * @returns null for roles that have no place in a prompt, such as `tool`
 */
export function roleOfWord(word: string): MessageRole | null {
  const plain = word.trim().toLowerCase();
  return Object.hasOwn(roleWords, plain) ? (roleWords[plain] ?? null) : null;
}

// `Human:`, `**User:**`, `### Response:` at the beginning of a line.
const lineMark =
  /^[ \t]*(?:\*\*|#{1,4}[ \t]*)?(human|user|prompter|instruction|assistant|ai|bot|chatbot|gpt|chatgpt|model|response|system)(?:\*\*)?[ \t]*:(?:\*\*)?/gim;
// `<|user|>`, `<|im_start|>user`, `<|start_header_id|>user<|end_header_id|>` anywhere.
const tokenMark =
  /<\|(?:im_start\|>|start_header_id\|>)?[ \t]*(system|user|assistant)[ \t]*(?:\|>|<\|end_header_id\|>)?/gi;
const endMark = /<\|(?:im_end|eot_id|end|endoftext|begin_of_text)\|>/gi;

/** Whether text begins as a conversation with role marks does. */
export function looksLikeDialogue(text: string): boolean {
  const first = marksOf(text)[0];
  return first !== undefined && text.slice(0, first.start).replace(endMark, "").trim() === "";
}

/**
 * Splits a conversation written as one text at its role marks: words with a colon at the beginning of a
 * line, or chat-template tokens anywhere. What stands before the first mark is system text; text without
 * any mark is one user message. Messages without text are left out.
 */
export function splitDialogue(text: string): { role: MessageRole; content: string }[] {
  const marks = marksOf(text);
  if (marks.length === 0) return withText([{ role: "user", content: text }]);
  const preamble = { role: "system" as const, content: text.slice(0, marks[0]?.start) };
  const said = marks.map(({ role, end }, index) => ({
    role,
    content: text.slice(end, marks[index + 1]?.start),
  }));
  return withText([preamble, ...said]);
}

function marksOf(text: string) {
  const pattern = text.includes("<|") && text.search(tokenMark) !== -1 ? tokenMark : lineMark;
  return [...text.matchAll(pattern)].map((match) => ({
    role: roleOfWord(match[1] ?? "") ?? "user",
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function withText(messages: { role: MessageRole; content: string }[]) {
  return messages
    .map(({ role, content }) => ({ role, content: content.replace(endMark, "").trim() }))
    .filter(({ content }) => content !== "");
}
