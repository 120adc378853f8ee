import type { Message } from "./prompt.ts";

const invisible = /\p{Default_Ignorable_Code_Point}/gu;
// From the first to the last character that is neither punctuation nor space. Greedy, so it stays linear.
const core = /[^\p{P}\s].*[^\p{P}\s]|[^\p{P}\s]/su;

/**
 * Text as duplicates are compared: compatibility forms (NFKC) without invisible characters, lower case, single
 * spaces, no punctuation at either end. Text of nothing but punctuation keeps it. Never shown or stored.
 */
export function normalise(text: string): string {
  const plain = fold(text.replace(invisible, "")).replace(/\s+/gu, " ").trim();
  return core.exec(plain)?.[0] ?? plain;
}

/** A whole prompt as duplicates are compared; its hash is the prompt's identity within a project. */
export function normalisedMessages(messages: readonly Message[]): string {
  return JSON.stringify(messages.map(({ role, content }) => [role, normalise(content)]));
}

// Lowering can leave a letter apart from its mark (İ), so the forms are composed once more after it.
function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll("ς", "σ").normalize("NFKC");
}
