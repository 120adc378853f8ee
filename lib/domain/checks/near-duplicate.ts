import type { Thought } from "#lib/domain/deliberation/thoughts.ts";
import { contentWords } from "./content-words.ts";
import type { Finding } from "./finding.ts";
import { languageOf } from "./language.ts";
import { quotesIn } from "./quoted.ts";
import type { Subject } from "./subject.ts";

/** From here on, two thoughts count as saying the same: shared content words by all that either has. */
const likeEnough = 0.66;
/** A thought that is wholly inside another says nothing new, if it is not much shorter. */
const insideEnough = 0.9;
const shortestShare = 0.6;

/** Thoughts that say again, in nearly the same words, what an earlier one says; the likest earlier one is named. */
export function nearDuplicate({ thoughts }: Subject): Finding[] {
  const said = thoughts.map(measured);
  return said.flatMap((late, index) => {
    let likest: { of: string; likeness: number } | null = null;
    for (const early of said.slice(0, index)) {
      const likeness = likenessOf(early, late);
      if (likeness > (likest?.likeness ?? 0)) likest = { of: early.id, likeness };
    }
    if (!likest) return [];
    const likeness = Math.round(likest.likeness * 100);
    return [{ thoughtId: late.id, detail: { check: "near_duplicate", of: likest.of, likeness } }];
  });
}

type Measured = {
  id: string;
  plain: string;
  words: Set<string>;
  /** Worked out only for a thought that is like another. */
  distinct: () => Distinct;
};

/** What can make two alike sentences say different things. */
type Distinct = {
  isDenied: boolean;
  /** Numbers and quotations, in one line. */
  marks: string;
  /** Names inside a sentence, in one line; German writes every noun like one. */
  names: string;
  isGerman: boolean;
  /** For each pair of opposites whether it holds the left one (1), the right one (-1), or neither alone (0). */
  leanings: number[];
};

/** Likeness from 0 to 1, where it is high enough to speak of; else 0. */
function likenessOf(one: Measured, other: Measured): number {
  if (one.plain === "") return 0;
  if (one.plain === other.plain) return 1;
  const [small, large] =
    one.words.size <= other.words.size ? [one.words, other.words] : [other.words, one.words];
  if (small.size < 2 || small.size / large.size < shortestShare * likeEnough) return 0;
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  const likeness = shared / (small.size + large.size - shared);
  const isInside =
    small.size >= 4 && shared / small.size >= insideEnough && small.size / large.size >= shortestShare;
  if (likeness < likeEnough && !isInside) return 0;
  return isToldApart(one.distinct(), other.distinct()) ? 0 : likeness;
}

function isToldApart(one: Distinct, other: Distinct): boolean {
  return (
    one.isDenied !== other.isDenied ||
    one.marks !== other.marks ||
    (!one.isGerman && !other.isGerman && one.names !== other.names) ||
    one.leanings.some((leaning, index) => leaning * (other.leanings[index] ?? 0) < 0)
  );
}

function measured({ id, text }: Thought): Measured {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  let distinct: Distinct | null = null;
  return {
    id,
    plain,
    words: contentWords(text),
    distinct: () => {
      distinct ??= distinctIn(text, plain);
      return distinct;
    },
  };
}

function distinctIn(text: string, plain: string): Distinct {
  return {
    isDenied: denial.test(text),
    marks: inOneLine([...(text.match(/\d+(?:[.,]\d+)*/g) ?? []), ...quotesIn(text)]),
    names: inOneLine(text.match(/(?<=[\p{Ll},;] )\p{Lu}[\p{L}\p{N}]+/gu) ?? []),
    isGerman: languageOf(text) === "de",
    leanings: opposites.map(([left, right]) => Number(left.test(plain)) - Number(right.test(plain))),
  };
}

function inOneLine(parts: readonly string[]): string {
  return [...new Set(parts.map((part) => part.toLowerCase()))].sort().join("|");
}

const denial =
  /\b(?:not|no|never|none|nobody|nothing|cannot|without|neither|nor|nicht|kein\w*|nie|niemals|nichts|ohne|ne|n'|pas|jamais|aucun\w*|sans|nunca|ningun\w*|ningún|sin|nada|não|nem|sem|non|senza|mai|nessun\w*|geen|niet|inte|nie)\b|n['’]t\b|不|没|未|无|ない|ません|(?<!\p{L})(?:не|нет|без)(?!\p{L})/iu;

const opposites = (
  [
    ["before", "after"],
    ["first", "last|second"],
    ["legal|lawful", "illegal|unlawful|criminal"],
    ["allow\\w*|permit\\w*|may", "forbid\\w*|prohibit\\w*|must not"],
    ["safe", "unsafe|dangerous"],
    ["explicit\\w*", "implicit\\w*"],
    ["benign|harmless|innocent", "malicious|harmful|hostile"],
    ["adults?", "child\\w*|minors?"],
    ["buy\\w*", "sell\\w*"],
    ["seller", "buyer"],
    ["open\\w*", "clos\\w*|lock\\w*"],
    ["own", "other\\w*|neighbou?r\\w*|stranger\\w*|someone else\\w*"],
    ["increas\\w*|rais\\w*", "decreas\\w*|lower\\w*|reduc\\w*"],
    ["too little", "too much"],
    ["thoughts?", "response"],
    ["erlaub\\w*", "verb[oi][tet]\\w*"],
    ["permis\\w*|permit\\w*", "interdi\\w*|prohib\\w*"],
  ] as const
).map(([left, right]) => [whole(left), whole(right)] as const);

function whole(alternatives: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, "u");
}
