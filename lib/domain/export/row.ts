import type { PairOrigin } from "#lib/domain/pair/view.ts";
import type { Message } from "#lib/domain/prompt/prompt.ts";
import type { ChatFormat, ItemFormat, PairFormat } from "./formats.ts";
import { joinThoughts } from "./thoughts-text.ts";

/** What one row is made of: an approved revision and the prompt it answers. */
export type RowContent = {
  /** Ends with the user message that is answered. */
  messages: readonly Message[];
  /** Texts of the kept thoughts, in order. */
  thoughts: readonly string[];
  response: string;
  /** Reference of the record, e.g. `12.184`. */
  ref: string;
  /** Number of the revision within the record. */
  revision: number;
};

/**
 * One line of a release, ended by a line feed. The same content gives the same bytes, always.
 *
 * @param format which columns: `columns` says their names and order
 */
export function rowLine(format: ItemFormat, content: RowContent): string {
  const id = rowId(content);
  const row =
    format === "aidsafe"
      ? {
          prompt: promptColumn(content.messages),
          thoughts: joinThoughts(content.thoughts),
          response: content.response,
          id,
        }
      : { messages: chatMessages(format, content), id };
  return lineOf(row);
}

/** A preference: an approved revision, and what it is preferred to. */
export type PairContent = RowContent & {
  origin: PairOrigin;
  rejected: {
    /** Texts of its thoughts, in order. */
    thoughts: readonly string[];
    response: string;
    /** Where it stands: turn 6 of a deliberation as in `14.184#6`, or a revision as in `12.184@1`. */
    id: string;
  };
};

/**
 * Writes a release of pairs line by line, in TRL's preference or unpaired preference format: strings, or lists of messages.
 * The prompt is the same for both sides, and is the stored one: no belief stands in it.
 *
 * Unpaired, each side is a line of its own, and is written once however many pairs it stands in. What a model said under a
 * belief has none: it leaves only as `rejected`.
 *
 * @returns takes pair after pair, those of one prompt together, and gives the lines that each adds
 */
export function pairWriter(format: PairFormat): (content: PairContent) => string[] {
  if (format === "preference" || format === "preference-messages") {
    return (content) => [lineOf({ ...sidesOf(format, content), id: pairRowId(content) })];
  }
  let asked = "";
  const said = new Set<string>();
  return (content) => {
    const { prompt, chosen, rejected } = sidesOf(format, content);
    const now = JSON.stringify(prompt);
    if (now !== asked) said.clear();
    asked = now;
    const sides = [{ prompt, completion: chosen, label: true, id: rowId(content) }];
    if (content.origin !== "belief") {
      sides.push({ prompt, completion: rejected, label: false, id: content.rejected.id });
    }
    return sides.flatMap((side) => {
      const key = JSON.stringify([side.completion, side.label]);
      if (said.has(key)) return [];
      said.add(key);
      return lineOf(side);
    });
  };
}

function sidesOf(format: PairFormat, content: PairContent) {
  const isText = format === "preference" || format === "unpaired";
  const as = (message: Message) => (isText ? message.content : [message]);
  return {
    prompt: isText ? promptColumn(content.messages) : content.messages.map(roleAndContent),
    chosen: as(answer(content)),
    rejected: as(answer(content.rejected)),
  };
}

function lineOf(row: object): string {
  return `${JSON.stringify(row)}\n`;
}

/** `12.184@3/14.184#6`: the chosen side, then the rejected one. */
export function pairRowId(content: Pick<PairContent, "ref" | "revision" | "rejected">): string {
  return `${rowId(content)}/${content.rejected.id}`;
}

function roleAndContent({ role, content }: Message): Message {
  return { role, content };
}

/** `12.184@3`: revision 3 of record 12.184. Neither number is ever given to anything else. */
export function rowId({ ref, revision }: Pick<RowContent, "ref" | "revision">): string {
  return `${ref}@${revision}`;
}

const speakers = { system: "System", user: "User", assistant: "Assistant" } as const;

/** A lone user message as it is; a conversation turn by turn, each after the name of who speaks. */
export function promptColumn(messages: readonly Message[]): string {
  const [only, ...others] = messages;
  if (only?.role === "user" && others.length === 0) return only.content;
  return messages.map(({ role, content }) => `${speakers[role]}: ${content}`).join("\n\n");
}

/** A message as chat templates take it; which fields beside the content are read depends on the family of models. */
export type ChatMessage = Message & { reasoning_content?: string; thinking?: string };

const field = { "messages-reasoning": "reasoning_content", "messages-thinking": "thinking" } as const;

/** The conversation with the answer at its end, the chain of thought where the format puts it. */
export function chatMessages(
  format: ChatFormat,
  { messages, thoughts, response }: RowContent,
): ChatMessage[] {
  const asked = messages.map(roleAndContent);
  if (format === "messages") return [...asked, answer({ thoughts, response })];
  // Readers of such files give every message the same fields, and templates fail where an earlier answer has null.
  const earlier = asked.map((message) =>
    message.role === "assistant" ? { ...message, [field[format]]: "" } : message,
  );
  return [...earlier, { role: "assistant", content: response, [field[format]]: joinThoughts(thoughts) }];
}

function answer({ thoughts, response }: Pick<RowContent, "thoughts" | "response">): Message {
  return {
    role: "assistant",
    content: `<think>\n${untagged(joinThoughts(thoughts))}\n</think>\n\n${untagged(response)}`,
  };
}

/** Chat templates, and imports, cut at such tags wherever they stand; one that somebody quoted must not cut too. */
function untagged(text: string): string {
  return text.replaceAll(/<(\/?)\s*(think|thinking|thoughts?|reasoning)\s*>/gi, "[$1$2]");
}
