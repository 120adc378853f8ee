import type { Estimate } from "#lib/domain/agreement/estimate.ts";
import { csv } from "#lib/domain/insights/csv.ts";
import { published } from "./published.ts";
import { groupings, type Quality } from "./quality-view.ts";
import { perApproved, type RunYield, reviewerChanges } from "./run-yield.ts";

const head = ["measure", "of", "value", "low", "high", "n", "published", "synthetic"];

/** What can be had as a table of its own: a plot of the quality page each. */
export const qualityParts = [
  "scores",
  "distributions",
  "preference",
  ...groupings,
  "spent",
  "refined",
  "reviewed",
] as const;

export type QualityPart = (typeof qualityParts)[number];

/** The address of one part, by that of all. */
export function partOf(csv: string, part: QualityPart): string {
  return `${csv}&part=${part}`;
}

/**
 * How two runs compare, as a table for other programs: comma-separated, quoted where needed (RFC 4180), numbers in full.
 *
 * @param part all parts if not given
 */
export function qualityCsv(quality: Quality, part?: QualityPart): string {
  const rows = (part === undefined ? qualityParts : [part]).flatMap((one) => rowsOf(one, quality));
  return csv([head, ...rows.map((row) => [...row, String(quality.synthetic)])]);
}

function rowsOf(part: QualityPart, quality: Quality): string[][] {
  const [first, second] = [`run ${quality.base.number}`, `run ${quality.other.number}`];
  switch (part) {
    case "scores":
      return scores(quality, first, second);
    case "distributions":
      return distributions(quality, first, second);
    case "preference":
      return quality.preferences.flatMap(({ judge, preference }) => [
        [`${second} preferred`, judge ?? "all judges", ...cellsOf(preference.rate), ""],
        ["position bias", judge ?? "all judges", ...cellsOf(preference.positionBias), ""],
      ]);
    case "spent":
      return quality.yields.flatMap(spent);
    case "refined":
      return quality.yields.flatMap(({ run, refined }) =>
        refined.removed.map(({ label, n }) =>
          counted(`removed by the refiner in run ${run}`, label, n, refined.thoughts),
        ),
      );
    case "reviewed":
      return quality.yields.flatMap(reviewed);
    default:
      return quality.groups
        .filter(({ by }) => by === part)
        .flatMap(({ by, rows }) =>
          rows.map(({ group, difference }) => [
            `cot_policy difference by ${by}`,
            group,
            ...cellsOf(difference),
            "",
          ]),
        );
  }
}

function scores({ comparisons }: Quality, first: string, second: string): string[][] {
  return comparisons.flatMap((one) => {
    const { base: was, other: is } = published[one.dimension];
    return [
      [`mean of ${first}`, one.dimension, ...cellsOf(one.base), String(was)],
      [`mean of ${second}`, one.dimension, ...cellsOf(one.other), String(is)],
      ["difference", one.dimension, ...cellsOf(one.difference), (is - was).toFixed(2)],
      ["gain", one.dimension, ...cellsOf(one.gain), ((is - was) / was).toFixed(4)],
    ];
  });
}

function distributions({ distributions: all }: Quality, first: string, second: string): string[][] {
  return all.flatMap(({ dimension, ...counts }) =>
    ([counts.base, counts.other] as const).flatMap((given, place) =>
      given.map((n, index) =>
        counted(
          `scores of ${index + 1} in ${place === 0 ? first : second}`,
          dimension,
          n,
          given.reduce((sum, one) => sum + one, 0),
        ),
      ),
    ),
  );
}

function spent(one: RunYield): string[][] {
  const each = perApproved(one);
  const figures: [string, number | null | undefined][] = [
    ["records", one.records],
    ["approved records", one.approved],
    ["tokens in", one.tokensIn],
    ["tokens in from cache", one.tokensCached],
    ["tokens out", one.tokensOut],
    ["cost in dollars", one.costMicros / 1_000_000],
    ["tokens per approved record", each?.tokens],
    ["cost in dollars per approved record", each && each.costMicros / 1_000_000],
  ];
  return figures.map(([name, value]) => [
    `spent by run ${one.run}`,
    name,
    value == null ? "" : String(value),
    "",
    "",
    String(one.approved),
    "",
  ]);
}

function reviewed({ run, reviewed: { reviews, thoughts, decisions, changes } }: RunYield): string[][] {
  return [
    ...Object.entries(decisions).map(([decision, n]) =>
      counted(`decided in run ${run}`, decision, n, reviews),
    ),
    ...reviewerChanges.map((change) =>
      counted(
        `changed by reviewers in run ${run}`,
        change,
        changes[change],
        change === "response" ? reviews : thoughts,
      ),
    ),
  ];
}

function counted(measure: string, of: string, n: number, all: number): string[] {
  return [measure, of, String(n), "", "", String(all), ""];
}

function cellsOf(estimate: Estimate): string[] {
  if (!("value" in estimate)) return ["", "", "", String(estimate.n)];
  const [low, high] = estimate.interval ?? ["", ""];
  return [String(estimate.value), String(low), String(high), String(estimate.n)];
}
