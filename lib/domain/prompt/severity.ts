import type { Severity } from "./prompt.ts";

type Risk = "benign" | "ambiguous" | "malicious";

const byRisk: Record<Risk, Severity> = { benign: "none", ambiguous: "medium", malicious: "high" };
const rank: Record<Severity, number> = { none: 0, low: 1, medium: 2, high: 3, unrated: 3 };

/** The severity of a prompt whose import gave none: that of its riskiest intent. */
export function severityOfIntents(intents: readonly { risk: Risk }[]): Severity {
  return intents
    .map(({ risk }) => byRisk[risk])
    .reduce<Severity>(
      (worst, next) => (worst === "unrated" || rank[next] > rank[worst] ? next : worst),
      "unrated",
    );
}

/** For ordering and for limits on exposure: 0 to 3; what nobody rated ranks as high. */
export function severityRank(severity: Severity): number {
  return rank[severity];
}

/** What nobody should read much of in a row. */
export function isGrave(severity: Severity): boolean {
  return rank[severity] === rank.high;
}

const words: Record<string, Severity> = {
  none: "none",
  safe: "none",
  benign: "none",
  harmless: "none",
  low: "low",
  minor: "low",
  mild: "low",
  medium: "medium",
  moderate: "medium",
  borderline: "medium",
  high: "high",
  severe: "high",
  critical: "high",
  extreme: "high",
  unsafe: "high",
  harmful: "high",
  malicious: "high",
  unrated: "unrated",
  unknown: "unrated",
};

/**
 * What a data set's own word for severity means here. Numbers count from 0 (none) up; from 3 on it is high.
 *
 * @returns null for words that mean nothing here
 */
export function severityOfWord(word: string): Severity | null {
  const plain = word.trim().toLowerCase();
  if (/^\d{1,3}(\.0+)?$/.test(plain)) {
    return (["none", "low", "medium"] as const)[Number.parseInt(plain, 10)] ?? "high";
  }
  return Object.hasOwn(words, plain) ? (words[plain] ?? null) : null;
}
