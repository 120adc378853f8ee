import type { Estimate } from "#lib/domain/agreement/estimate.ts";
import { csv } from "#lib/domain/insights/csv.ts";
import { published } from "./published.ts";
import type { Quality } from "./quality-view.ts";

const head = ["measure", "of", "value", "low", "high", "n", "published", "synthetic"];

/** How two runs compare, as a table for other programs: comma-separated, quoted where needed (RFC 4180), numbers in full. */
export function qualityCsv({
  base,
  other,
  comparisons,
  distributions,
  preferences,
  groups,
  synthetic,
}: Quality): string {
  const [first, second] = [`run ${base.number}`, `run ${other.number}`];
  const rows = [
    ...comparisons.flatMap((one) => {
      const { base: was, other: is } = published[one.dimension];
      return [
        [`mean of ${first}`, one.dimension, ...cellsOf(one.base), String(was)],
        [`mean of ${second}`, one.dimension, ...cellsOf(one.other), String(is)],
        ["difference", one.dimension, ...cellsOf(one.difference), (is - was).toFixed(2)],
        ["gain", one.dimension, ...cellsOf(one.gain), ((is - was) / was).toFixed(4)],
      ];
    }),
    ...distributions.flatMap(({ dimension, ...counts }) =>
      ([counts.base, counts.other] as const).flatMap((given, place) =>
        given.map((n, index) => [
          `scores of ${index + 1} in ${place === 0 ? first : second}`,
          dimension,
          String(n),
          "",
          "",
          String(given.reduce((sum, one) => sum + one, 0)),
          "",
        ]),
      ),
    ),
    ...preferences.flatMap(({ judge, preference }) => [
      [`${second} preferred`, judge ?? "all judges", ...cellsOf(preference.rate), ""],
      ["position bias", judge ?? "all judges", ...cellsOf(preference.positionBias), ""],
    ]),
    ...groups.flatMap(({ by, rows: all }) =>
      all.map(({ group, difference }) => [
        `cot_policy difference by ${by}`,
        group,
        ...cellsOf(difference),
        "",
      ]),
    ),
  ];
  return csv([head, ...rows.map((row) => [...row, String(synthetic)])]);
}

function cellsOf(estimate: Estimate): string[] {
  if (!("value" in estimate)) return ["", "", "", String(estimate.n)];
  const [low, high] = estimate.interval ?? ["", ""];
  return [String(estimate.value), String(low), String(high), String(estimate.n)];
}
