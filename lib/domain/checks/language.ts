/** Small words by which a language gives itself away, for those that share the Latin alphabet. */
const smallWords = {
  en: "the of and to is in that it for not be as with this by are was what which or an on from has have should must would could can does do their they there if so than no nothing only about who how when because while without any its into will may but at all some you your he she his her them then these those a i my we our us more most also just up out over been being were",
  de: "der die das und ist nicht ein eine einen einem einer des dem den zu von mit auf für sich auch es als dass daß sie er wir wird werden kann muss soll sollte oder aber nur noch nach bei aus um wie wenn weil hier keine kein keinen durch über damit also man im am zum zur hat haben sind war was wer ohne etwas vom eines ihr ihre ihren seine diese dieser dieses in an ins bis daher darum dort dann denn doch geht gibt steht viel sehr mehr jeder jede jedes jedem alle allen",
  fr: "le la les des et est un une du de que qui pas ne dans pour sur avec ce cette ces il elle on par plus se sa son ses au aux ou mais donc doit peut être sans sont nous vous leur leurs comme si rien aucun aucune car afin même tout dont où l d n qu c s",
  es: "el la los las y es un una unos del de que no en por para con su sus se lo al más como pero o si sin ya hay debe puede ser está son este esta estos qué cuando porque sobre nada ninguna ningún también muy entre hacer quien donde cómo así",
  it: "il lo la gli le di e è un una del della dei delle che non in per con su si da al alla nel nella come ma o se più deve può essere sono questo questa questi anche senza cosa quando perché nulla nessuna nessun ha chi dove quindi ciò dal dalla",
  pt: "o os as e é um uma do da dos das que não em por para com seu sua se no na nos nas ao à mais como mas ou sem deve pode ser está são este esta isso quando porque sobre nada nenhuma nenhum também muito ele ela quem onde há já",
  nl: "de het een en is niet van te dat die in op voor met aan er zijn maar om ook als dan ze hij wordt worden kan moet zou of naar bij uit over door wat wie hoe geen niets wel dit deze zonder wordt hier alleen omdat iets iemand",
  sv: "och att det som en ett är inte på för av med den till de har om så men kan ska skall bör var vad hur när eller från utan bara också detta denna inga ingen inget någon något vid efter blir måste här därför eftersom",
  pl: "i w nie na się z do to że jest o jak ale po co tak za od przez przy być może czy tym jego jej tego ten ta te dla są lub oraz więc tylko bez nic który która które powinna powinien należy można ponieważ gdy jeśli",
  tr: "ve bir bu için ile de da değil olarak olan daha çok ne gibi ama ya ki kadar en her sonra mi mı veya ise olduğu yok var hiçbir şey bunu nasıl çünkü gerekir kişi eğer hem ancak onu",
} as const;

export type Language =
  | keyof typeof smallWords
  | "ru"
  | "uk"
  | "el"
  | "he"
  | "ar"
  | "hi"
  | "th"
  | "ko"
  | "ja"
  | "zh";

type Latin = keyof typeof smallWords;

const languagesOf = new Map<string, Latin[]>();
for (const [language, words] of Object.entries(smallWords) as [Latin, string][]) {
  for (const word of new Set(words.split(" "))) {
    languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
  }
}

/** Whether a word, in lower case, only holds a sentence together in some language. */
export function isSmallWord(word: string): boolean {
  return languagesOf.has(word);
}

const scripts: readonly [RegExp, Language][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Cyrillic}/gu, "ru"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Devanagari}/gu, "hi"],
  [/\p{Script=Thai}/gu, "th"],
];

/** Anything but the letters of Western Europe and common signs: without it, no other script need be looked for. */
const farLetter = /[^\p{ASCII}\u0080-\u024f\u2000-\u22ff]/u;

/** The language of a text in another script than the Latin one, if that is what most of its letters are. */
function byScript(text: string): Language | null {
  if (!farLetter.test(text)) return null;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const counts = scripts.map(([script, language]) => ({ language, n: text.match(script)?.length ?? 0 }));
  const all = counts.reduce((sum, { n }) => sum + n, 0);
  // A word of ten Latin letters says about as much as three of these.
  if (all < 4 || all * 2 < latin) return null;
  const kana = counts[0]?.n ?? 0;
  if (kana > 0 && kana * 12 >= all) return "ja";
  const { language } = counts.reduce((most, one) => (one.n > most.n ? one : most));
  return language === "ru" && /[іїєґ]/i.test(text) && !/[ыэъё]/i.test(text) ? "uk" : language;
}

/** How many small words of each language are among some words. */
function hitsIn(words: readonly string[]): Map<Latin, number> {
  const hits = new Map<Latin, number>();
  for (const word of words) {
    const languages = languagesOf.get(word);
    if (!languages) continue;
    for (const language of languages) hits.set(language, (hits.get(language) ?? 0) + 1);
  }
  return hits;
}

function latinWords(text: string): string[] {
  return text.toLowerCase().match(/\p{Script=Latin}+/gu) ?? [];
}

/** A text with what its words say of its language: counted once for all that is asked of it. */
export type Told = {
  text: string;
  words: readonly string[];
  hits: ReadonlyMap<Latin, number>;
  /** Null where it is too short or too mixed to tell, or none that is known here. */
  language: Language | null;
};

/** Counts the words of a text by language. */
export function tell(text: string): Told {
  const words = latinWords(text);
  const hits = hitsIn(words);
  return { text, words, hits, language: byScript(text) ?? byWords(words, hits) };
}

/** The language of a text; null where it is too short or too mixed to tell, or none that is known here. */
export function languageOf(text: string): Language | null {
  return tell(text).language;
}

function byWords(words: readonly string[], hits: ReadonlyMap<Latin, number>): Language | null {
  if (words.length < 4) return null;
  const [first, second] = [...hits].sort((one, another) => another[1] - one[1]);
  if (!first || first[1] < 2 || first[1] / words.length < 0.16) return null;
  const lead = first[1] - (second?.[1] ?? 0);
  return lead >= 2 || (lead >= 1 && first[1] <= 4 && words.length <= 12) ? first[0] : null;
}

const windowWords = 9;

/** The language that a text of a chain falls into, wholly or for a stretch; null where it stays in the chain's own. */
export function fallenInto(told: Told, own: Language): Language | null {
  const { language: whole, text } = told;
  if (whole && whole !== own && isClearly(whole, own, told)) return whole;
  return strayScript(text, own) ?? strayLatin(told, own);
}

/** Languages that share small words are told apart by more than one of them. */
function isClearly(whole: Language, own: Language, { hits }: Told): boolean {
  const of = (language: Language) => hits.get(language as Latin) ?? 0;
  return !(whole in smallWords && own in smallWords) || of(whole) - of(own) >= 2;
}

/** Five signs of Chinese or Japanese in a row, or two words of an alphabet: less is a word that is spoken of. */
const stretches: readonly [RegExp, readonly Language[]][] = [
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，、]{5,}/u, ["zh", "ja"]],
  [/\p{Script=Hangul}{2,}\s+\p{Script=Hangul}{2,}/u, ["ko"]],
  [/\p{Script=Cyrillic}{2,}[\s,]+\p{Script=Cyrillic}{2,}/u, ["ru", "uk"]],
  [/\p{Script=Greek}{2,}[\s,]+\p{Script=Greek}{2,}/u, ["el"]],
  [/\p{Script=Hebrew}{2,}[\s,]+\p{Script=Hebrew}{2,}/u, ["he"]],
  [/\p{Script=Arabic}{2,}[\s،]+\p{Script=Arabic}{2,}/u, ["ar"]],
  [/\p{Script=Devanagari}{2,}[\s,]+\p{Script=Devanagari}{2,}/u, ["hi"]],
  [/\p{Script=Thai}{8,}/u, ["th"]],
];

function strayScript(text: string, own: Language): Language | null {
  if (!farLetter.test(text)) return null;
  for (const [stretch, languages] of stretches) {
    const [found] = stretch.exec(text) ?? [];
    if (found && !languages.includes(own)) return byScript(found) ?? languages[0] ?? null;
  }
  return null;
}

function strayLatin({ words, hits: all }: Told, own: Language): Language | null {
  const mayStray = [...all].some(([language, n]) => language !== own && n >= 4);
  if (!mayStray) return null;
  for (let at = 0; at < words.length; at += 3) {
    const window = words.slice(at, at + windowWords);
    const hits = hitsIn(window);
    const ownHits = hits.get(own as Latin) ?? 0;
    for (const [language, n] of hits) {
      if (language !== own && n >= 4 && ownHits <= 1) return language;
    }
  }
  return null;
}
