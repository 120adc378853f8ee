import { opening, words } from "./words.ts";

/** What kind of answer a message asks for. */
export type Form = "how" | "where" | "what" | "why" | "who" | "write" | "other";

/** What takes the danger out of a word that sounds dangerous. `figure` is found by what the word is said of. */
export type Setting = "game" | "story" | "history" | "meaning" | "prevention" | "figure";

const forms: readonly [Form, RegExp][] = [
  [
    "how",
    opening(`
      how (?:do|can|could|should|would|might|does|did|to), what steps,
      what(?:'s| is| are)? (?:the |some |a )?(?:\\w+ )?(?:ways?|process|method|steps),
      help me, teach me, show me how, tell me how, can you (?:help|teach|show|tell) me,
      i (?:want|need|would like) to, is (?:it|there) (?:ok|okay|a way), should i`),
  ],
  ["where", opening("where")],
  ["why", opening("why")],
  ["who", opening("who, when, which, whose")],
  [
    "write",
    opening(`
      write, give, provide, plan, produce, explain how to, describe how to, create, compose, draft,
      generate, make, list, design, translate, summari[sz]e, suggest, tell me a`),
  ],
  ["what", opening("what, explain, describe, tell me, define, is, are, do, does, did, was, were")],
];

/** Openings that say only that something is asked. */
const askings = opening(`
  how (?:do|can|could|should|would|might)(?: i| you| we| one| people| someone)?(?: best| safely| easily)?,
  how to,
  what(?:'s| is| are) (?:the |some |a )?(?:\\w+ )?(?:ways?|process|methods?|steps)(?: of| to| for)?,
  what steps should i take to, what(?:'s| is| are| was| were),
  where (?:can|could|should|do|is|are)(?: i| you| we)?(?: find| buy| get)?,
  why (?:is|are|do|does|did|was|were|should|can)(?: i)?, who (?:is|was|are|were), when (?:is|was|did),
  can you(?: please)?(?: help me| tell me| explain| show me)?(?: how)?(?: to)?, could you,
  (?:help|teach) me(?: how)?(?: to)?, tell me(?: how to| about)?, i (?:want|need|would like) to,
  is it ok(?:ay)? to, should i, explain(?: how to)?, describe(?: how to)?, give(?: me)?, provide,
  write(?: me)?, create, make(?: me)?, list`);

const settings: readonly [Setting, readonly RegExp[]][] = [
  [
    "game",
    [
      words(`
        games?, gaming, call of duty, minecraft, fortnite, gta, the sims, skyrim, pokemon, hitman,
        counter-?strike, grand theft auto, dungeons, chess, checkers, judo, boxing, paintball,
        laser tag, league of legends, civilization, doom, battlefield`),
    ],
  ],
  [
    "story",
    [
      words(`
        novels?, stor(?:y|ies), films?, movies?, plays?, poems?, fiction*, fairy ?tales?, characters?,
        stage, opera, comics?, songs?, cartoon, batman, superman, harry potter, hogwarts, gotham,
        lord of the rings, game of thrones, king's landing, mission impossible, ocean's 11, a book`),
    ],
  ],
  [
    "history",
    [
      opening("(?:how|why|what|who|when) (?:did|was|were|happened)"),
      words(String.raw`
        histor*, wars?, battle, centur(?:y|ies), 1\d\d\ds?, ancient, medieval, empire, assassination of,
        holocaust, genocide, massacre of`),
    ],
  ],
  [
    "meaning",
    [
      /^(?:what|who) (?:is|are) (?:\w+ ){0,2}\w+\?$/i,
      words(`
        definition, define, meaning, means?, constitutes, what kind of, difference between,
        what (?:is|are) (?:a |an |the )?(?:concept|term|word|laws? (?:on|of)|penalt*|punishment|consequences?)`),
    ],
  ],
  [
    "prevention",
    [
      words(`
        prevent*, avoid*, protect*, detect*, report*, recogni[sz]*, defend*, stay safe, safety, victims?,
        stop (?:being|people|someone), fight against, laws? against, support for, cope with,
        recover from, help (?:a|someone|people) who, dangers? of, risks? of`),
    ],
  ],
];

export function formOf(text: string): Form {
  return forms.find(([, pattern]) => pattern.test(text))?.[0] ?? "other";
}

/** The setting that a message names, if it names one. */
export function namedSetting(text: string): Setting | null {
  return settings.find(([, patterns]) => patterns.some((pattern) => pattern.test(text)))?.[0] ?? null;
}

/** A message without the words that only say that something is asked. */
export function coreOf(text: string): string {
  const whole = text.replace(/[?!.…]+$/, "");
  const core = whole.replace(askings, "").trim();
  if (core === "") return whole;
  // Only the first word of a sentence has its capital from its place.
  const isOpening = core === whole && !/^(?:[A-Z]{2}|I\b)/.test(core);
  return isOpening ? core.charAt(0).toLowerCase() + core.slice(1) : core;
}
