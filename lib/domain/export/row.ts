import type { PairOrigin } from "#lib/domain/preference/view.ts";
import type { Message } from "#lib/domain/prompt/prompt.ts";
import type { PairFormat, RevisionFormat } from "./formats.ts";
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
export function rowLine(format: RevisionFormat, content: RowContent): string {
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
          messages: [...content.messages.map(roleAndContent), answer(content)],
          id,
        };
  return `${JSON.stringify(row)}\n`;
}

/** A preference: an approved revision, and what it is preferred to. */
export interface PairContent extends RowContent {
  origin: PairOrigin;
  rejected: {
    /** Texts of its thoughts, in order. */
    thoughts: readonly string[];
    response: string;
    /** Where it stands: turn 6 of a deliberation as in `14.184#6`, or a revision as in `12.184@1`. */
    id: string;
  };
}

/**
 * One line of a release of pairs, in TRL's preference format: strings, or lists of messages. The prompt is the same for both
 * sides, and is the stored one: no belief stands in it.
 */
export function pairLine(format: PairFormat, content: PairContent): string {
  const [chosen, rejected] = [answer(content), answer(content.rejected)];
  const id = pairRowId(content);
  const row =
    format === "preference"
      ? {
          prompt: promptColumn(content.messages),
          chosen: chosen.content,
          rejected: rejected.content,
          id,
        }
      : { prompt: content.messages.map(roleAndContent), chosen: [chosen], rejected: [rejected], id };
  return `${JSON.stringify(row)}\n`;
}

/** `12.184@3/14.184#6`: the chosen side, then the rejected one. */
function pairRowId(content: Pick<PairContent, "ref" | "revision" | "rejected">): string {
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
