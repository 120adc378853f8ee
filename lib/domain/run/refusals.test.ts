import { expect, test } from "vitest";
import { type RefusalRate, refusalsToShow } from "./refusals.ts";

const rate = (category: string | null, refusals: number, replies: number): RefusalRate => ({
  model: "m",
  endpoint: "E",
  category,
  refusals,
  replies,
});

test("the highest rate comes first, and of equal ones what rests on more replies", () => {
  const rates = [rate("a", 1, 10), rate("b", 5, 10), rate(null, 0, 4), rate("c", 0, 40)];
  expect(refusalsToShow(rates)).toMatchObject({
    shown: [{ category: "b" }, { category: "a" }, { category: "c" }, { category: null }],
    total: { refusals: 6, replies: 64 },
    rest: null,
  });
});

test("what is not shown is still counted", () => {
  const rates = Array.from({ length: 25 }, (_, n) => rate(`c${n}`, n, 100));
  const { shown, rest, total } = refusalsToShow(rates);
  expect(shown).toHaveLength(20);
  expect(rest).toEqual({ rows: 5, refusals: 0 + 1 + 2 + 3 + 4, replies: 500 });
  expect(total).toEqual({ refusals: 300, replies: 2_500 });
});

test("nothing answered is no rate of anything", () => {
  expect(refusalsToShow([rate("a", 0, 0)]).total).toEqual({ refusals: 0, replies: 0 });
});
