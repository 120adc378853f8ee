import type { MessageRole } from "#lib/domain/prompt/prompt.ts";
import { importStrings } from "#lib/domain/strings/import.ts";
import { cellText, isGroup, type Json, RowFault, unpacked } from "./cells.ts";
import { roleOfWord, splitDialogue } from "./dialogue.ts";

/** One message of an imported conversation; `reasoning` is a chain of thought kept beside an answer. */
export type Said = { role: MessageRole; content: string; reasoning: Json };

const roleKeys = ["role", "from", "speaker", "author", "sender"];
const textKeys = ["content", "value", "text", "message", "utterance"];
const reasoningKeys = ["reasoning_content", "reasoning", "thinking", "thoughts"];
const listKeys = ["messages", "conversations", "conversation", "dialogue", "dialog"];

/**
 * Reads a conversation from a cell: `messages` with role and content, ShareGPT's `conversations` with from and
 * value, a list of texts (the user begins, then both in turn), any of these as JSON text, or text with role marks.
 *
 * @throws RowFault
 */
export function readConversation(cell: Json | undefined, column: string): Said[] {
  const value = unpacked(cell);
  const text = cellText(value);
  if (text !== null) return splitDialogue(text).map((said) => ({ ...said, reasoning: null }));
  const messages = isGroup(value) ? pick(value, listKeys) : value;
  if (!Array.isArray(messages)) throw new RowFault(column, importStrings.faults.noConversation);
  return messages
    .map((message, index) => readMessage(message, index, column))
    .filter(({ content, reasoning }) => content !== "" || reasoning !== null);
}

function readMessage(message: Json, index: number, column: string): Said {
  if (typeof message === "string") {
    return { role: index % 2 === 0 ? "user" : "assistant", content: message.trim(), reasoning: null };
  }
  if (!isGroup(message)) throw new RowFault(column, importStrings.faults.noConversation);
  const word = pick(message, roleKeys);
  const content = pick(message, textKeys);
  if (typeof word !== "string") throw new RowFault(column, importStrings.faults.noConversation);
  const role = roleOfWord(word);
  if (role === null) throw new RowFault(column, importStrings.faults.unknownRole(word.slice(0, 40)));
  return { role, content: contentText(content, column), reasoning: pick(message, reasoningKeys) ?? null };
}

/** Text, or a list of parts that are all text. */
function contentText(content: Json | undefined, column: string): string {
  if (content === null || content === undefined) return "";
  if (typeof content === "string") return content.trim();
  if (!Array.isArray(content)) throw new RowFault(column, importStrings.faults.notOnlyText);
  const parts = content.map((part) => (isGroup(part) ? part.text : part));
  if (!parts.every((part) => typeof part === "string")) {
    throw new RowFault(column, importStrings.faults.notOnlyText);
  }
  return parts.join("\n\n").trim();
}

function pick(group: { [key: string]: Json }, keys: readonly string[]): Json | undefined {
  const key = keys.find((candidate) => Object.hasOwn(group, candidate) && group[candidate] !== null);
  return key === undefined ? undefined : group[key];
}
