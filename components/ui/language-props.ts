import { languageOf } from "#lib/domain/prompt/language.ts";

/** What an element has to know of a text that anybody wrote in any language: which way it runs, and whose it is. */
export function languageProps(text: string): { dir: "auto"; lang: string | undefined } {
  return { dir: "auto", lang: languageOf(text) };
}
