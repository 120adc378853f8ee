import type { Finding } from "./finding.ts";
import { fallenInto, type Language, languageOf, type Told, tell } from "./language.ts";
import { withoutQuotes } from "./quoted.ts";
import type { Subject } from "./subject.ts";

/** Thoughts that leave the language of the chain, wholly or for a stretch. What is quoted may be in any language. */
export function languageSwitch({ thoughts, response }: Subject): Finding[] {
  const told = thoughts.map(({ id, text }) => ({ id, ...tell(withoutQuotes(text)) }));
  const own = languageOfChain(told, response);
  if (!own) return [];
  return told.flatMap(({ id, ...thought }) => {
    const to = fallenInto(thought, own);
    if (!to) return [];
    return [{ thoughtId: id, detail: { check: "language_switch", from: own, to } }];
  });
}

/** The language of most thoughts; where that is open, of the response if some thought is in it, else of the first. */
function languageOfChain(thoughts: readonly Told[], response: string): Language | null {
  const counts = new Map<Language, number>();
  for (const { language } of thoughts) {
    if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  const leading = [...counts].filter(([, n]) => n === most).map(([language]) => language);
  if (leading.length <= 1) return leading[0] ?? null;
  const answered = languageOf(withoutQuotes(response));
  return answered && leading.includes(answered) ? answered : (leading[0] ?? null);
}
