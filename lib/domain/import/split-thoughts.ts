import { cellText, isGroup, type Json, unpacked } from "./cells.ts";

/**
 * Splits an existing chain of thought into thoughts, by the first rule that fits:
 *
 * 1. A list (or the JSON text of one): each item is a thought; of objects, their text.
 * 2. Numbered steps (`1.`, `2)`, `Step 3:`, `**Thought 4:**` at the beginning of lines, counting up from 1, at
 *    least two) if the text begins with the first of them or has no blank lines: each number begins a thought,
 *    and the number itself is dropped. Text before the first step is a thought of its own.
 * 3. Blank lines: each paragraph is a thought. Code blocks are not cut; lines that are only a rule (`---`) are dropped.
 *
 * @returns trimmed texts without empty ones, in order
 */
export function splitThoughts(value: Json | undefined): string[] {
  const given = unpacked(value);
  const texts = Array.isArray(given) ? given.map(itemText) : splitText(itemText(given));
  return texts.map((text) => text.trim()).filter((text) => text !== "" && !/^[-*_=\s]+$/.test(text));
}

function itemText(item: Json): string {
  if (!isGroup(item)) return cellText(item) ?? "";
  return cellText(item.text ?? item.thought ?? item.content ?? item.step) ?? "";
}

function splitText(text: string): string[] {
  const lines = text.replaceAll("\r\n", "\n").trim().split("\n");
  const blocks = blockLines(lines);
  const steps = numberedLines(lines, blocks);
  const hasBlank = lines.some((line, index) => isBlank(line) && !blocks.has(index));
  if (steps.size >= 2 && (steps.has(0) || !hasBlank)) {
    return cutBefore(lines, (index) => steps.has(index)).map((part) => part.replace(numbered, ""));
  }
  return cutBefore(lines, (index) => isBlank(lines[index]) && !blocks.has(index));
}

const numbered =
  /^\s{0,3}(?:#{1,4}\s+)?(?:\*\*)?(?:(?:step|thought)\s*)?(\d{1,3})\s*(?:[.):]|\*\*:)(?:\*\*)?(?:\s+|$)/i;

/** Lines that begin the steps 1, 2, 3, …; numbers out of turn are part of some step's text. */
function numberedLines(lines: readonly string[], blocks: ReadonlySet<number>): Set<number> {
  const found = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (!blocks.has(index) && Number(numbered.exec(line)?.[1]) === found.size + 1) found.add(index);
  }
  return found;
}

/** Lines inside fenced code blocks. A fence that is never closed encloses nothing. */
function blockLines(lines: readonly string[]): Set<number> {
  const fences = lines.flatMap((line, index) => (/^\s*(```|~~~)/.test(line) ? [index] : []));
  const inside = new Set<number>();
  for (let pair = 0; pair + 1 < fences.length; pair += 2) {
    for (let line = fences[pair] ?? 0; line <= (fences[pair + 1] ?? -1); line++) inside.add(line);
  }
  return inside;
}

function cutBefore(lines: readonly string[], startsPart: (index: number) => boolean): string[] {
  const parts: string[][] = [[]];
  for (const [index, line] of lines.entries()) {
    if (startsPart(index)) parts.push([]);
    parts.at(-1)?.push(line);
  }
  return parts.map((part) => part.join("\n"));
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === "";
}
