import { type Message, type Prompt, PromptMessages } from "#lib/domain/prompt/prompt.ts";
import { severityOfWord } from "#lib/domain/prompt/severity.ts";
import { importStrings } from "#lib/domain/strings/import.ts";
import { type Cells, cellText, type Fault, RowFault, type SourceRow } from "./cells.ts";
import { readConversation, type Said } from "./conversation.ts";
import { type Cot, readCot } from "./cot.ts";
import { licenceOf } from "./licence.ts";
import { importLimits } from "./limits.ts";
import type { Field, Mapping } from "./mapping.ts";

/** What a row becomes: a prompt, with its chain of thought where those are imported. */
export type Candidate = Prompt & { cot: Cot | null };

/**
 * Makes a prompt of one row. Flags such as "approved" in the file mean nothing here: what is imported still
 * has to be reviewed.
 */
export function candidateOf(
  { row, cells, fault }: SourceRow,
  mapping: Mapping,
): { candidate: Candidate; fault: null } | { candidate: null; fault: Fault } {
  if (fault) return { candidate: null, fault };
  try {
    return { candidate: readCandidate(row, cells, mapping), fault: null };
  } catch (error) {
    if (error instanceof RowFault) return { candidate: null, fault: error.fault };
    throw error;
  }
}

function readCandidate(row: number, cells: Cells, mapping: Mapping): Candidate {
  const said = readMessages(cells, mapping);
  const messages = promptOf(said, mapping);
  const severity = readField(cells, mapping.severity);
  const licence = readField(cells, mapping.licence);
  return {
    messages,
    severity: severity === null ? "unrated" : (severityOfWord(severity) ?? "unrated"),
    source: {
      dataSet: readField(cells, mapping.dataSet),
      row,
      category: readField(cells, mapping.category),
      subcategory: readField(cells, mapping.subcategory),
      licence: licence === null ? null : licenceOf(licence),
    },
    cot: mapping.kind === "cots" ? readCot(cells, mapping, said) : null,
  };
}

function readMessages(cells: Cells, mapping: Mapping): Said[] {
  const column = mapping.prompt;
  if (column === null) throw new RowFault(null, importStrings.faults.emptyPrompt);
  const system = mapping.system === null ? "" : requireText(cells, mapping.system);
  const said =
    mapping.promptForm === "conversation"
      ? readConversation(cells[column], column)
      : [{ role: "user" as const, content: readPromptText(cells, mapping, column), reasoning: null }];
  return system === "" || said[0]?.role === "system"
    ? said
    : [{ role: "system", content: system, reasoning: null }, ...said];
}

function readPromptText(cells: Cells, { context }: Mapping, column: string): string {
  const text = requireText(cells, column);
  const beside = context === null ? "" : requireText(cells, context.column);
  if (text === "" || beside === "") return text;
  return context?.place === "before" ? `${beside}\n\n${text}` : `${text}\n\n${beside}`;
}

/** The messages up to the last one of the user: answers after it are what a deliberation will give anew. */
function promptOf(said: readonly Said[], { prompt: column }: Mapping): Message[] {
  const messages = said
    .map(({ role, content }) => ({ role, content }))
    .filter(({ content }) => content !== "");
  if (messages.length === 0) throw new RowFault(column, importStrings.faults.emptyPrompt);
  const asked = messages.slice(0, messages.findLastIndex(({ role }) => role === "user") + 1);
  if (asked.length === 0) throw new RowFault(column, importStrings.faults.noUserMessage);
  if (asked.slice(1).some(({ role }) => role === "system")) {
    throw new RowFault(column, importStrings.faults.systemInMiddle);
  }
  const length = asked.reduce((sum, { content }) => sum + content.length, 0);
  if (length > importLimits.promptCharacters) {
    throw new RowFault(column, importStrings.faults.tooLong(importLimits.promptCharacters));
  }
  const stored = PromptMessages.safeParse(asked);
  if (!stored.success) throw new RowFault(column, importStrings.faults.emptyPrompt);
  return stored.data;
}

function requireText(cells: Cells, column: string): string {
  const text = cellText(cells[column]);
  if (text === null) throw new RowFault(column, importStrings.faults.notText);
  return text;
}

/** A label of the row. Lists of labels are joined; of an object of yes and no, the names of those that hold. */
function readField(cells: Cells, field: Field): string | null {
  if (field === null) return null;
  if ("value" in field) return field.value;
  const cell = cells[field.column];
  const text = cellText(cell) ?? labelsOf(cell).join(", ");
  if (text.length > importLimits.labelCharacters) {
    throw new RowFault(field.column, importStrings.faults.tooLong(importLimits.labelCharacters));
  }
  return text === "" ? null : text;
}

function labelsOf(cell: Cells[string] | undefined): string[] {
  if (Array.isArray(cell)) return cell.map((item) => cellText(item) ?? "").filter((text) => text !== "");
  return Object.entries(cell ?? {}).flatMap(([name, holds]) => (holds === true || holds === 1 ? [name] : []));
}
