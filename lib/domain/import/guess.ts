import { importStrings } from "#lib/domain/strings/import.ts";
import { cellText } from "./cells.ts";
import { aboutWords, tellingWords, usualNames, wordsOf } from "./column-names.ts";
import {
  type Column,
  holdsConversations,
  holdsCot,
  holdsPrompts,
  holdsSeverities,
  holdsText,
  holdsThoughtTags,
} from "./column-values.ts";
import { type KnownDataSet, knownDataSet } from "./known-data-sets.ts";
import type { Field, Mapping, MappingPart } from "./mapping.ts";

/** Why a part of the mapping was guessed so, and how sure that is. */
export type Reason = { confidence: "sure" | "likely" | "unsure"; reason: string };

/** A guessed mapping, with a reason for each part that was guessed at all. */
export type Guess = {
  mapping: Mapping;
  reasons: Partial<Record<MappingPart | "kind" | "promptForm", Reason>>;
};

type Found = { column: string } & Reason;

/** Names that hold prompts in one data set and something else in the next. */
const ambiguous = new Set(["input", "chosen", "text", "content", "sentence", "request"]);

/**
 * Guesses which column is what, by names first and values second. A wrong guess costs a look at the preview,
 * so only columns that look the part are guessed; `mapping.prompt` stays null where none does.
 *
 * @param fileName names the data set where nothing in the file does
 */
export function guessMapping(columns: readonly Column[], fileName: string): Guess {
  const known = knownDataSet(
    columns.map(({ name }) => name),
    fileName,
  );
  const reasons: Guess["reasons"] = {};
  const taken = new Set<string>();
  const take = (part: MappingPart, found: Found | null): string | null => {
    if (found === null) return null;
    taken.add(found.column);
    reasons[part] = { confidence: found.confidence, reason: found.reason };
    return found.column;
  };
  const free = () => columns.filter(({ name }) => !taken.has(name));
  const field = (column: string | null): Field => (column === null ? null : { column });

  const prompt = take("prompt", byName("prompt", free().filter(holdsPrompts)));
  const thoughts = take("thoughts", byName("thoughts", free()));
  const response = take("response", responseBeside(thoughts, free().filter(holdsText)));
  const context = take("context", contextFor(prompt, free()));
  const severity = take("severity", byName("severity", free().filter(holdsSeverities)));
  const promptColumn = columns.find(({ name }) => name === prompt);
  const responseColumn = columns.find(({ name }) => name === response);

  const mapping: Mapping = {
    kind: "prompts",
    evaluation: false,
    prompt,
    promptForm: promptColumn && holdsConversations(promptColumn) ? "conversation" : "text",
    system: take("system", byName("system", free().filter(holdsText))),
    context:
      context === null
        ? null
        : { column: context, place: wordsOf(context)[0] === "input" ? "after" : "before" },
    subcategory: field(take("subcategory", byName("subcategory", free()))),
    category: field(take("category", byName("category", free()))),
    severity: field(severity),
    licence: field(take("licence", byName("licence", free()))),
    dataSet: field(take("dataSet", byName("dataSet", free()))) ?? stem(fileName),
    thoughts,
    response,
  };
  const kind = guessKind(mapping, promptColumn, responseColumn);
  if (kind) reasons.kind = kind;
  reasons.dataSet ??= { confidence: "likely", reason: importStrings.reasons.fileName };
  return withKnown({ mapping: { ...mapping, kind: kind ? "cots" : "prompts" }, reasons }, known);
}

function withKnown({ mapping, reasons }: Guess, known: KnownDataSet | null): Guess {
  if (known === null) return { mapping, reasons };
  const reason: Reason = { confidence: "sure", reason: importStrings.reasons.knownDataSet(known.name) };
  const parts = [...Object.keys(known.mapping), "dataSet", "licence"];
  return {
    mapping: {
      ...mapping,
      ...known.mapping,
      dataSet: { value: known.name },
      licence: known.licence === null ? mapping.licence : { value: known.licence },
    },
    reasons: { ...reasons, ...Object.fromEntries(parts.map((part) => [part, reason])) },
  };
}

function byName(part: Exclude<MappingPart, "context">, columns: readonly Column[]): Found | null {
  for (const name of usualNames[part]) {
    const found = columns.find((column) => wordsOf(column.name).join("_") === name);
    if (found) {
      const confidence = ambiguous.has(name) ? "unsure" : "sure";
      return { column: found.name, confidence, reason: importStrings.reasons.name(found.name) };
    }
  }
  const telling = tellingWords[part] ?? [];
  const found = columns.find(({ name, samples }) => {
    const words = wordsOf(name);
    return (
      words.some((word) => telling.includes(word)) &&
      !words.some((word) => aboutWords.has(word)) &&
      samples.some((sample) => (cellText(sample) ?? "").includes(" "))
    );
  });
  return found
    ? { column: found.name, confidence: "unsure", reason: importStrings.reasons.partOfName(found.name) }
    : null;
}

/** A response whose name begins as that of the thoughts belongs to them: `model_thinking`, `model_response`. */
function responseBeside(thoughts: string | null, columns: readonly Column[]): Found | null {
  const first = thoughts === null ? undefined : wordsOf(thoughts)[0];
  const beside = columns.filter(({ name }) => wordsOf(name).length > 1 && wordsOf(name)[0] === first);
  const thinking = columns.find(holdsThoughtTags);
  if (thinking) {
    return {
      column: thinking.name,
      confidence: "sure",
      reason: importStrings.reasons.thinking(thinking.name),
    };
  }
  return byName("response", beside) ?? byName("response", columns);
}

/** Text that a prompt needs beside it: HarmBench's context, the input of an instruction. */
function contextFor(prompt: string | null, columns: readonly Column[]): Found | null {
  if (prompt === null) return null;
  const wanted =
    wordsOf(prompt).join("_") === "instruction"
      ? ["context", "context_string", "input"]
      : ["context", "context_string"];
  const found = columns.find(
    ({ name, samples }) =>
      wanted.includes(wordsOf(name).join("_")) && samples.every((sample) => cellText(sample) !== null),
  );
  return found
    ? { column: found.name, confidence: "likely", reason: importStrings.reasons.name(found.name) }
    : null;
}

function guessKind(
  mapping: Mapping,
  prompt: Column | undefined,
  response: Column | undefined,
): Reason | null {
  if (mapping.prompt === null) return null;
  if (mapping.thoughts !== null && mapping.response !== null) {
    return { confidence: "likely", reason: importStrings.reasons.name(mapping.thoughts) };
  }
  const holder = [response, mapping.promptForm === "conversation" ? prompt : undefined].find(
    (column) => column !== undefined && holdsCot(column),
  );
  return holder ? { confidence: "likely", reason: importStrings.reasons.thinking(holder.name) } : null;
}

/** `data/xstest_prompts.csv.gz` → `xstest_prompts`. */
function stem(fileName: string): Field {
  const value = fileName
    .replace(/^.*[/\\]/, "")
    .replace(/(\.[a-z0-9]{1,7}){1,2}$/i, "")
    .trim()
    .slice(0, 200);
  return value === "" ? null : { value };
}
