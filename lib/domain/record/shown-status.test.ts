import { expect, test } from "vitest";
import { shownCounts, shownStatus } from "./shown-status.ts";

test.each([
  ["in_review", true, false, "awaiting_review"],
  ["in_review", false, false, "in_review"],
  ["approved", true, false, "approved"],
  ["approved", true, true, "awaiting_review"],
  ["needs_adjudication", true, true, "awaiting_review"],
  ["changes_requested", true, true, "changes_requested"],
  ["approved", false, true, "approved"],
] as const)(
  "%s, to one who may review: %s, unsettled: %s, is told as %s",
  (status, mayReview, unsettled, told) => {
    expect(shownStatus(status, { mayReview, unsettled })).toBe(told);
  },
);

test("counts add up to the same, whoever reads them", () => {
  const counts = { awaiting_review: 3, in_review: 2, needs_adjudication: 1, approved: 4 };
  expect(shownCounts(counts, { mayReview: false, unsettled: ["approved"] })).toEqual(counts);
  expect(
    shownCounts(counts, { mayReview: true, unsettled: ["approved", "needs_adjudication", "in_review"] }),
  ).toEqual({
    awaiting_review: 7,
    approved: 3,
  });
});
