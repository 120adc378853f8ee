import { storable } from "#lib/domain/deliberation/storable.ts";
import type { Thought } from "#lib/domain/deliberation/thoughts.ts";
import { importStrings } from "#lib/domain/strings/import.ts";
import { type Cells, cellText, type Json, RowFault } from "./cells.ts";
import type { Said } from "./conversation.ts";
import { importLimits } from "./limits.ts";
import type { Mapping } from "./mapping.ts";
import { splitThoughts } from "./split-thoughts.ts";
import { holdsThinking, splitThinking } from "./thinking.ts";

/** An existing chain of thought: each thought's text in order, and the response it led to. */
export type Cot = { thoughts: string[]; response: string };

/**
 * Reads the existing chain of thought of a row. Thoughts come from the mapped column, else from what is kept
 * beside the conversation's last answer, else from `<think>…</think>` in the response.
 *
 * @param said the row's conversation, whose last answer is the response unless a column is mapped
 * @throws RowFault
 */
export function readCot(cells: Cells, mapping: Mapping, said: readonly Said[]): Cot {
  const answer = readAnswer(cells, mapping, said);
  const parts = splitThinking(answer.text);
  if (parts.open) throw new RowFault(answer.column, importStrings.faults.unclosedThinking);
  const beside = mapping.thoughts === null ? answer.reasoning : (cells[mapping.thoughts] ?? null);
  const thoughtsColumn = mapping.thoughts ?? answer.column;
  const thoughts = splitThoughts(thinkingOf(beside) || parts.thinking).map(storable);
  if (thoughts.length === 0) throw new RowFault(thoughtsColumn, importStrings.faults.noThoughts);
  const response = storable(parts.answer);
  if (response === "") throw new RowFault(answer.column, importStrings.faults.noResponse);
  checkSize(thoughts, response, thoughtsColumn);
  return { thoughts, response };
}

/** Thoughts kept in a field of their own, which may still be wrapped in `<think>…</think>`. */
function thinkingOf(beside: Json): Json {
  const text = cellText(beside);
  return text !== null && holdsThinking(text) ? splitThinking(text).thinking : (text ?? beside);
}

function readAnswer(cells: Cells, mapping: Mapping, said: readonly Said[]) {
  if (mapping.response !== null) {
    const text = cellText(cells[mapping.response]);
    if (text === null) throw new RowFault(mapping.response, importStrings.faults.notText);
    return { text, reasoning: null, column: mapping.response };
  }
  const last = said.at(-1);
  if (last?.role !== "assistant") throw new RowFault(mapping.prompt, importStrings.faults.noAnswer);
  return { text: last.content, reasoning: last.reasoning, column: mapping.prompt };
}

function checkSize(thoughts: readonly string[], response: string, column: string | null) {
  if (thoughts.length > importLimits.thoughts) {
    throw new RowFault(column, importStrings.faults.tooManyThoughts(thoughts.length, importLimits.thoughts));
  }
  const characters = thoughts.reduce((sum, text) => sum + text.length, response.length);
  if (characters > importLimits.cotCharacters) {
    throw new RowFault(column, importStrings.faults.tooLong(importLimits.cotCharacters));
  }
}

/** The thoughts as the first revision of an imported record holds them. Nothing is cited yet: reviewers cite. */
export function importedThoughts(texts: readonly string[]): Thought[] {
  return texts.map((text, index) => ({
    id: `1.${index + 1}`,
    text,
    clauses: [],
    author: { kind: "import" },
    from: [],
  }));
}
