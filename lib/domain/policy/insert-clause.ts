/**
 * Puts an empty clause after the one the caret stands in, or at the end where it stands in none.
 *
 * @returns the new text, and where to write on
 */
export function insertClause(text: string, caret: number, number: string): { text: string; caret: number } {
  const next = /^ {0,3}(?:[-*+] +)?(?:\*\*|__)?\d+\.\d+/gm;
  next.lastIndex = Math.min(
    text.length,
    text.indexOf("\n", caret) === -1 ? text.length : text.indexOf("\n", caret) + 1,
  );
  const at = next.exec(text)?.index ?? text.length;
  const before = text.slice(0, at).trimEnd();
  const after = text.slice(at);
  const clause = `${before === "" ? "" : "\n\n"}${number} `;
  return {
    text: `${before}${clause}\n${after === "" ? "" : `\n${after}`}`,
    caret: before.length + clause.length,
  };
}
