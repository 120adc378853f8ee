import { severityOfWord } from "#lib/domain/prompt/severity.ts";
import { cellText, isGroup, type Json, unpacked } from "./cells.ts";
import { readConversation } from "./conversation.ts";
import { looksLikeDialogue } from "./dialogue.ts";
import { holdsThinking } from "./thinking.ts";

/** A column with some of its values, as the first rows of a file show it. */
export type Column = { name: string; samples: readonly Json[] };

/** Whether no value is a list or an object. */
export function holdsText(column: Column): boolean {
  return filled(column).every((sample) => cellText(sample) !== null);
}

/** Prompts are text or conversations; a column of numbers or flags is neither, whatever it is called. */
export function holdsPrompts(column: Column): boolean {
  const values = filled(column);
  return values.some(
    (value) => typeof value !== "boolean" && !/^[\d.,\s-]*$/.test(cellText(value) ?? "a list"),
  );
}

/** Whether at least half of the values are conversations. */
export function holdsConversations(column: Column): boolean {
  const values = filled(column).map(unpacked);
  const conversations = values.filter((value) =>
    typeof value === "string" ? looksLikeDialogue(value) : Array.isArray(value) || isGroup(value),
  );
  return conversations.length > 0 && conversations.length * 2 >= values.length;
}

/** Whether every value is a word (or number) for a severity. */
export function holdsSeverities(column: Column): boolean {
  const values = filled(column);
  return values.length > 0 && values.every((value) => severityOfWord(cellText(value) ?? "") !== null);
}

/** Whether some text holds `<think>…</think>`. */
export function holdsThoughtTags({ samples }: Column): boolean {
  return samples.some((sample) => holdsThinking(cellText(sample) ?? ""));
}

/** Whether some answer, alone or at the end of a conversation, comes with its chain of thought. */
export function holdsCot({ samples }: Column): boolean {
  return samples.some((sample) => {
    const value = unpacked(sample);
    if (typeof value === "string") return holdsThinking(value);
    const last = lastSaid(value);
    return last?.role === "assistant" && (last.reasoning !== null || holdsThinking(last.content));
  });
}

function lastSaid(sample: Json) {
  try {
    return readConversation(sample, "").at(-1);
  } catch {
    return undefined;
  }
}

function filled({ samples }: Column): Json[] {
  return samples.filter((sample) => sample !== null && sample !== "");
}
