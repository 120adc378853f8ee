import { policyStrings } from "#lib/domain/strings/policy.ts";
import { formatClauseNumber, nextClauseNumber, parseClauseNumber } from "./clause-number.ts";

const { faults: says } = policyStrings;

/** A policy's text in its parts. */
export type PolicyText = {
  title: string;
  /** What stands between the title and the first clause. Markdown; may be empty. */
  intro: string;
  /** In the order of the text. Numbers like `5.2`; texts are Markdown. */
  clauses: { number: string; text: string }[];
};

/** What the numbers in a text are checked against. */
export type Numbering = {
  /** The policy's own number. */
  policy: number;
  /** The highest clause number it ever gave; 0 for a new policy. */
  lastGiven: number;
  /** Clauses that earlier versions had and the newest one no longer has: `3` for `5.3`. */
  removed: readonly number[];
};

/** Something to mend, with the line it stands on, from 1. */
export type PolicyFault = { line: number; message: string };

export type ParsedPolicy = { ok: true; policy: PolicyText } | { ok: false; faults: PolicyFault[] };

type Line = { line: number; text: string };
type Block = { number: string; line: number; lines: string[] };

/**
 * Reads a policy from Markdown: a heading, an introduction, then clauses. A clause begins on a line that
 * starts with its number (`5.2 …`, also as a list item or in bold) and ends before the next.
 */
export function parsePolicy(markdown: string, numbering: Numbering): ParsedPolicy {
  const lines = markdown.split(/\r\n?|\n/).map((text, index) => ({ line: index + 1, text }));
  const { title, intro, blocks, faults } = divide(lines);
  faults.push(...faultsOfNumbers(blocks, numbering));
  if (blocks.length === 0) faults.push({ line: lines.length, message: says.noClauses(numbering.policy) });
  if (faults.length > 0) return { ok: false, faults: faults.sort((a, b) => a.line - b.line) };
  const clauses = blocks.map((block) => ({ number: block.number, text: joined(block.lines) }));
  return { ok: true, policy: { title, intro: joined(intro), clauses } };
}

/** Clause numbers in a draft, in order, whether or not it can be published as it stands. */
export function draftNumbers(markdown: string): string[] {
  return markdown.split(/\r\n?|\n/).flatMap((line) => clauseStart(line)?.number ?? []);
}

/** Writes a policy in the form that `parsePolicy` reads. */
export function renderPolicy({ title, intro, clauses }: PolicyText): string {
  const parts = [`# ${title}`, intro, ...clauses.map(({ number, text }) => `${number} ${text}`)];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function divide(lines: readonly Line[]) {
  const faults: PolicyFault[] = [];
  const intro: string[] = [];
  const blocks: Block[] = [];
  let title: string | null = null;
  for (const { line, text } of lines) {
    const heading = /^ {0,3}#{1,6}(?:\s+(.*?))?\s*#*\s*$/.exec(text);
    const clause = clauseStart(text);
    if (heading && title === null) {
      title = heading[1] ?? "";
      if (title === "") faults.push({ line, message: says.emptyTitle });
    } else if (heading) {
      faults.push({ line, message: says.secondHeading });
    } else if (title === null) {
      if (text.trim() === "") continue;
      faults.push({ line, message: says.noTitle });
      title = "";
    }
    if (heading) continue;
    if (clause) blocks.push({ ...clause, line });
    else (blocks.at(-1)?.lines ?? intro).push(text);
  }
  if (title === null) faults.push({ line: 1, message: says.noTitle });
  return { title: title ?? "", intro, blocks, faults };
}

function clauseStart(text: string): { number: string; lines: string[] } | null {
  const found = /^ {0,3}(?:[-*+] +)?(\*\*|__)?(\d+\.\d+)\.?:?(?:\1)?[.:]?(?:\s+(.*))?$/.exec(text);
  return found?.[2] ? { number: found[2], lines: [found[3] ?? ""] } : null;
}

function faultsOfNumbers(blocks: readonly Block[], numbering: Numbering): PolicyFault[] {
  const drafted = blocks.map((block) => block.number);
  const next = nextClauseNumber(numbering.policy, numbering.lastGiven, drafted);
  return blocks.flatMap(({ number, line, lines }, index) => {
    const first = blocks[drafted.indexOf(number)];
    const message =
      first && drafted.indexOf(number) < index
        ? says.duplicate(number, first.line)
        : faultOfNumber(number, numbering, next);
    const messages = [message, joined(lines) === "" ? says.emptyClause(number) : null];
    return messages.filter((found) => found !== null).map((found) => ({ line, message: found }));
  });
}

function faultOfNumber(written: string, { policy, removed }: Numbering, next: string): string | null {
  const parts = parseClauseNumber(written);
  if (parts?.policy !== policy) return says.otherPolicy(written, policy);
  if (parts.clause === 0) return says.zero(written);
  if (written !== formatClauseNumber(parts)) return says.oddNumber(written, formatClauseNumber(parts));
  return removed.includes(parts.clause) ? says.removed(written, next) : null;
}

function joined(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}
