import { describe, expect, test } from "vitest";
import { agreementOf, type FinishedReview } from "./agreement.ts";
import { agreementCsv } from "./agreement-csv.ts";

const review = (round: string, rater: string, changes: Partial<FinishedReview> = {}): FinishedReview => ({
  round,
  rater,
  decision: "approve",
  labels: { a: "sound", b: "sound" },
  scores: {},
  ...changes,
});

const reviews = [
  review("1", "ina"),
  review("1", "ben"),
  review("2", "ina", { decision: "reject", labels: { a: "deceptive", b: "sound" } }),
  review("2", "ben", { labels: { a: "deceptive", b: "redundant" } }),
  review("3", "ina", { decision: "reject", scores: { faithful: 4 } }),
  review("3", "mia", { decision: "reject", scores: { faithful: 3 } }),
];

describe("agreement of reviewers", () => {
  const agreement = agreementOf(reviews);

  test("is told for decisions, labels, soundness and each dimension that was scored", () => {
    expect(agreement.rounds).toBe(3);
    expect(agreement.alphas.map(({ scale, alpha }) => [scale.kind, alpha.n])).toEqual([
      ["decisions", 3],
      ["labels", 6],
      ["soundness", 6],
      ["score", 1],
    ]);
  });

  test("is told of each two people", () => {
    expect(
      agreement.pairs.map(({ pair, decisions, labels }) => [pair.join(), decisions?.n, labels?.n]),
    ).toEqual([
      ["ben,ina", 2, 4],
      ["ina,mia", 1, 2],
    ]);
  });

  test("goes to other programs as CSV, and says there too where it is undefined", () => {
    const lines = agreementCsv(agreement, { ina: 'Ina "I."', ben: "Ben", mia: "Mia" }).split("\r\n");
    expect(lines[0]).toBe("measure,of,value,low,high,n,records,undefined");
    expect(lines[5]).toMatch(/^kappa,"decisions, Ben and Ina ""I."""/);
    expect(lines).toContain('kappa,"labels, Ina ""I."" and Mia",,,,2,1,no_variation');
  });
});
