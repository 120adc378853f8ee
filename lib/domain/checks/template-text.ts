import { preamble, reframing, repairing, replyIn, tasks } from "#lib/domain/deliberation/templates.ts";
import type { Finding } from "./finding.ts";
import { withoutQuotes } from "./quoted.ts";
import type { Subject } from "./subject.ts";

/** Marks of chat formats, of data blocks and of places that were never filled in. */
const marks: readonly RegExp[] = [
  /<\|?\/?(?:data|think|thinking|thought|im_start|im_end|im_sep|system|user|assistant|endoftext|eot_id|begin_of_text|start_header_id|end_header_id|start_of_turn|end_of_turn|scratchpad|reasoning|response|answer|reflection)\|?>/iu,
  /\[\/?INST\]|<<\/?SYS>>|<\/?s>(?=\s|$)|^(?:#{2,4} ?(?:instructions?|response|input|system|task|output format)\b)|\bBEGIN(?:NING)? OF (?:CONVERSATION|DATA|PROMPT)\b/imu,
  /\{\{[^}]{0,60}\}\}|\$\{[\w.]{1,40}\}|<(?:insert|your|add|fill)[ _-][^<>]{1,50}>|\[(?:insert|your|add|fill in|placeholder|clause number|policy text|user(?:'s)? (?:query|message|prompt)|thought text|name of)\b[^[\]]{0,60}\]|\{(?:user_?(?:query|prompt|input|message)|prompt|policies|policy_text|query|thoughts|input|question|clauses?|response)\}/iu,
  /["'“]?(?:newThoughts|new_thoughts|replacedBy|disposition|verdict|clauses|thoughts|intents|replaces|policies|keep)["'”]\s*:|\{\s*["'“](?:text|reason|id|keep|response)["'”]\s*:|\bnewThoughts\b|\breplacedBy\b|\bsafe_alternative\b|\bpolicy_inconsistent\b/u,
  /^\s*(?:system|assistant|user|human)\s*:\s/imu,
  /(?:^|[.!?]\s)(?:Reply|Respond|Answer|Return|Output|Give)\b[^.!?]{0,30}\bJSON\b/u,
  /\b(?:reply|respond|answer|return|output) (?:only )?(?:with|in) (?:(?:one|a|the|valid|a single|only) )*(?:JSON|json)\b|\bJSON (?:object )?(?:of|in) (?:this|the (?:following|given)) shape\b|\bthe JSON object\b/iu,
  /\b(?:task|aufgabe|tâche|tarea)\s*:\s+(?:name|write|you speak|you have|examine|judge|reason|schreib\w*|nenne|écris|écrivez|escribe)\b|\bone to three (?:plain )?sentences\b|\byou (?:take part in a deliberation|are an? (?:\w+ )*(?:agent|assistant|ai)|speak as the agent|have not taken part)\b/iu,
  /\bin addition to the above:|\byou are (?:ada|bo)[.,]/iu,
  /\b(?:lorem ipsum|TODO:|TBD:|example thought|sample thought|thought text here|your (?:thought|response|answer) here)\b/iu,
];

/** Which of them looks for the keys of a reply. */
const replyKeys = 3;

const runLength = 7;

/** Seven words in a row of what agents are given to read, by the first of them. */
const templateRuns = new Map<string, Set<string>>();
for (const text of [preamble, ...Object.values(tasks), reframing, repairing(""), replyIn("")]) {
  const words = wordsOf(text);
  for (let at = 0; at + runLength <= words.length; at++) {
    const first = words[at]?.word ?? "";
    templateRuns.set(first, (templateRuns.get(first) ?? new Set()).add(runAt(words, at)));
  }
}

type Word = { word: string; at: number; end: number };

/** Thoughts with a piece of what the agents were given to read: the marks of a format, or seven words in a row. */
export function templateText({ thoughts }: Subject): Finding[] {
  return thoughts.flatMap(({ id, text }) => {
    const found = markIn(text) ?? runIn(text);
    return found ? [{ thoughtId: id, detail: { check: "template_text", ...found } }] : [];
  });
}

function markIn(text: string): { at: number; length: number } | null {
  const plain = withoutQuotes(text);
  for (const [index, mark] of marks.entries()) {
    // Keys of a reply stand in quotation marks themselves.
    const found = mark.exec(
      index === replyKeys ? text.replaceAll(/`[^`\n]*`/g, (code) => " ".repeat(code.length)) : plain,
    );
    if (found) return { at: found.index, length: found[0].length };
  }
  return null;
}

function runIn(text: string): { at: number; length: number } | null {
  const words = wordsOf(text);
  for (let at = 0; at + runLength <= words.length; at++) {
    const { word = "", at: begin = 0 } = words[at] ?? {};
    if (!templateRuns.get(word)?.has(runAt(words, at))) continue;
    return { at: begin, length: (words[at + runLength - 1]?.end ?? begin) - begin };
  }
  return null;
}

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[a-z\d]+/gi), ({ index, 0: word }) => ({
    word: word.toLowerCase(),
    at: index,
    end: index + word.length,
  }));
}

function runAt(words: readonly Word[], at: number): string {
  return words
    .slice(at, at + runLength)
    .map(({ word }) => word)
    .join(" ");
}
