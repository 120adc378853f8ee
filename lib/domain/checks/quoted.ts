const quotations =
  /```[\s\S]*?```|`[^`\n]*`|"[^"\n]{1,400}"|“[^”]{1,400}”|„[^“”]{1,400}[“”]|«[^»]{1,400}»|»[^«]{1,400}«|「[^」]{1,400}」|『[^』]{1,400}』|《[^》]{1,400}》|‘[^’\n]{1,200}’(?!\p{L})|(?<![\p{L}\p{N}])'[^'\n]{1,200}'(?![\p{L}\p{N}])/gu;

/** The text with everything that it only quotes blanked out. Positions stay what they were. */
export function withoutQuotes(text: string): string {
  return text.replace(quotations, (quote) => " ".repeat(quote.length));
}

/** What a text quotes, without the marks. */
export function quotesIn(text: string): string[] {
  return [...text.matchAll(quotations)].map(([quote]) => quote.replaceAll(/^\W+|\W+$/gu, "").toLowerCase());
}
