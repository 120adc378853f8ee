import type { Disposition } from "#lib/domain/deliberation/reply.ts";
import { type Cues, cuesByLanguage } from "./decision-cues.ts";
import { languageOf } from "./language.ts";
import { withoutQuotes } from "./quoted.ts";

/** Text before a cue that can turn it around. */
const lookBack = 48;

/**
 * The dispositions that fit what a thought says the answer does; empty where it decides nothing that could be told. Sentences
 * after a decision that only explain it do not change it: the last deciding sentence counts.
 */
export function decisionsOf(text: string): Disposition[] {
  const language = languageOf(text);
  const own = language && cuesByLanguage[language];
  const sentences = withoutQuotes(text).split(/(?<=[.!?])\s+|(?<=[。！？])/u);
  for (const sentence of sentences.toReversed()) {
    for (const cues of own ? [own] : Object.values(cuesByLanguage)) {
      const decided = decisionsIn(sentence, cues);
      if (decided.length > 0) return decided;
    }
  }
  return [];
}

function decisionsIn(sentence: string, cues: Cues): Disposition[] {
  const refusals = stancesOf(sentence, cues.refuse, cues.refuseNot, cues.wrong);
  const answers = stancesOf(sentence, cues.comply, cues.complyNot);
  const isPart = cues.part.test(sentence);
  if (refusals.includes("holds")) {
    return isPart || cues.offer.test(sentence) ? ["refuse", "safe_alternative"] : ["refuse"];
  }
  const withholds = stancesOf(sentence, cues.withhold, cues.refuseNot).includes("holds");
  const complies = answers.includes("holds") || refusals.includes("denied");
  if (withholds) return complies ? ["safe_alternative"] : ["refuse", "safe_alternative"];
  if (complies) return isPart ? ["safe_alternative", "comply"] : ["comply"];
  const grants = stancesOf(sentence, cues.grant, cues.complyNot).includes("holds");
  if (isPart && !grants) return cues.answer.test(sentence) ? ["safe_alternative"] : [];
  return grants ? ["safe_alternative", "comply"] : [];
}

/** Whether each place where a cue stands says so, or the opposite. */
function stancesOf(sentence: string, cue: RegExp, before: RegExp, after?: RegExp): ("holds" | "denied")[] {
  return [...sentence.matchAll(cue)].map(({ index, 0: said }) => {
    const isDenied =
      before.test(sentence.slice(Math.max(0, index - lookBack), index)) ||
      after?.test(sentence.slice(index + said.length));
    return isDenied ? "denied" : "holds";
  });
}
