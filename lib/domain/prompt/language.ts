/** Scripts that tell a language by themselves, the telling ones first: Japanese has Han characters too. */
const scripts = [
  ["ja", /[\p{sc=Hiragana}\p{sc=Katakana}]/gu],
  ["ko", /\p{sc=Hangul}/gu],
  ["zh", /\p{sc=Han}/gu],
  ["ar", /\p{sc=Arabic}/gu],
  ["he", /\p{sc=Hebrew}/gu],
  ["ru", /\p{sc=Cyrillic}/gu],
  ["el", /\p{sc=Greek}/gu],
  ["hi", /\p{sc=Devanagari}/gu],
  ["th", /\p{sc=Thai}/gu],
] as const;

/** A share of the letters that no borrowed name reaches; kana are few between Han characters. */
const enough = 0.2;
const lookedAt = 400;

/**
 * The language of a text as far as its script tells, as a BCP 47 tag: browsers choose glyphs and line breaks by it,
 * screen readers a voice. Where several languages share a script it is the one that most people write in it.
 *
 * @returns undefined where the script tells nothing, as with Latin letters
 */
export function languageOf(text: string): string | undefined {
  const start = text.slice(0, lookedAt);
  const letters = count(start, /\p{L}/gu);
  return scripts.find(([, script]) => count(start, script) > enough * letters)?.[0];
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
