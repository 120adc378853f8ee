const tags = /<(\/?)(?:think|thinking|thought|thoughts|reasoning)>/gi;

/** Whether text closes a block of thinking, as answers of reasoning models do. */
export function holdsThinking(text: string): boolean {
  return /<\/(?:think|thinking|thought|thoughts|reasoning)>/i.test(text);
}

/**
 * Parts what a reasoning model wrote between `<think>` and `</think>` from its answer. Several blocks are joined
 * with a blank line. Some data sets leave the opening tag out: then all text before the closing one is thinking.
 *
 * @returns `open` where the last block is never closed
 */
export function splitThinking(text: string): { thinking: string; answer: string; open: boolean } {
  const marks = [...text.matchAll(tags)];
  const thinking: string[] = [];
  const answer: string[] = [];
  let inside = marks[0]?.[1] === "/";
  let from = 0;
  for (const mark of marks) {
    (inside ? thinking : answer).push(text.slice(from, mark.index));
    from = mark.index + mark[0].length;
    inside = mark[1] === "";
  }
  (inside ? thinking : answer).push(text.slice(from));
  return { thinking: joined(thinking), answer: joined(answer), open: inside };
}

function joined(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join("\n\n");
}
