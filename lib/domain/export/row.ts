import type { Message } from "#lib/domain/prompt/prompt.ts";
import type { Format } from "./formats.ts";
import { joinThoughts } from "./thoughts-text.ts";

/** What one row is made of: an approved revision and the prompt it answers. */
export interface RowContent {
  /** Ends with the user message that is answered. */
  messages: readonly Message[];
  /** Texts of the kept thoughts, in order. */
  thoughts: readonly string[];
  response: string;
  /** Reference of the record, e.g. `12.184`. */
  ref: string;
  /** Number of the revision within the record. */
  revision: number;
}

/**
 * One line of a release, ended by a line feed. The same content gives the same bytes, always.
 *
 * @param format which columns: `columns` says their names and order
 */
export function rowLine(format: Format, content: RowContent): string {
  const id = rowId(content);
  const row =
    format === "aidsafe"
      ? {
          prompt: promptColumn(content.messages),
          thoughts: joinThoughts(content.thoughts),
          response: content.response,
          id,
        }
      : {
          messages: [...content.messages.map(({ role, content }) => ({ role, content })), answer(content)],
          id,
        };
  return `${JSON.stringify(row)}\n`;
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

function answer({ thoughts, response }: RowContent): Message {
  return {
    role: "assistant",
    content: `<think>\n${untagged(joinThoughts(thoughts))}\n</think>\n\n${untagged(response)}`,
  };
}

/** Chat templates, and imports, cut at such tags wherever they stand; one that somebody quoted must not cut too. */
function untagged(text: string): string {
  return text.replaceAll(/<(\/?)\s*(think|thinking|thoughts?|reasoning)\s*>/gi, "[$1$2]");
}
