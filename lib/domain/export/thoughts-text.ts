/**
 * Thoughts as one text, with a blank line between them. Blank lines inside a thought become plain line
 * breaks, so that the text falls apart into the same number of thoughts again.
 */
export function joinThoughts(thoughts: readonly string[]): string {
  return thoughts
    .map(closeUp)
    .filter((thought) => thought !== "")
    .join("\n\n");
}

/** The thoughts of a text that `joinThoughts` wrote. */
export function splitThoughts(text: string): string[] {
  return text === "" ? [] : text.split("\n\n");
}

/** One thought without outer space and without blank lines. */
export function closeUp(thought: string): string {
  return thought
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/\n\s*\n/g, "\n")
    .trim();
}
