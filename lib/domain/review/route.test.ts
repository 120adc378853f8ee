import { describe, expect, test } from "vitest";
import type { Severity } from "#lib/domain/prompt/prompt.ts";
import fc from "#lib/domain/testing/seeded.ts";
import { chooseNext } from "./queue-order.ts";
import { canUndo, mayReveal, undoMs } from "./reveal.ts";
import { openStatusOf, type Reading, routeOf, statusOfRoute } from "./route.ts";

const approve: Reading = { decision: "approve", contentHash: "a" };
const approveOther: Reading = { decision: "approve", contentHash: "b" };
const reject: Reading = { decision: "reject", contentHash: "a" };
const ask: Reading = { decision: "request_changes", contentHash: "a" };

describe("routing a round", () => {
  test.each([
    ["stays open while nobody has submitted", 1, [], "open"],
    ["stays open while a slot is free", 2, [approve], "open"],
    ["stays open after one of two asked for changes", 2, [ask], "open"],
    ["one slot, one approval: approved", 1, [approve], "approved"],
    ["the same text approved twice is approved", 2, [approve, approve], "approved"],
    ["two approvals of different texts go to a lead", 2, [approve, approveOther], "needs_adjudication"],
    ["different decisions go to a lead", 2, [approve, reject], "needs_adjudication"],
    ["one of three who differs sends it to a lead", 3, [approve, approve, ask], "needs_adjudication"],
    ["rejected by all is rejected", 2, [reject, reject], "rejected"],
    ["changes asked for by all are requested", 2, [ask, ask], "changes_requested"],
  ] as const)("%s", (_, slots, readings, expected) => {
    const route = routeOf(slots, readings);
    expect(route.kind === "open" ? "open" : statusOfRoute(route)).toBe(expected);
  });

  test("does not depend on who submitted first", () => {
    const readings = fc.array(fc.constantFrom(approve, approveOther, reject, ask), { maxLength: 5 });
    fc.assert(
      fc.property(readings, fc.integer({ min: 1, max: 5 }), (some, slots) => {
        expect(routeOf(slots, some.toReversed())).toEqual(routeOf(slots, some));
      }),
    );
  });

  test.each([
    ["a first round nobody has taken awaits review", "first", false, "awaiting_review"],
    ["a first round that somebody has taken is in review", "first", true, "in_review"],
    ["changes requested stay so until someone decides", "changes_requested", true, "changes_requested"],
    ["a stale record stays so until someone decides", "policy_changed", true, "stale"],
  ] as const)("%s", (_, opening, taken, expected) => {
    expect(openStatusOf(opening, taken)).toBe(expected);
  });
});

describe("what others did", () => {
  const now = new Date("2026-11-23T12:00:00Z");
  const ago = (ms: number) => new Date(now.getTime() - ms);

  test.each([
    ["is hidden from who has not judged an open round", false, null, false],
    ["is hidden while the own review can be taken back", false, ago(undoMs), false],
    ["also where that review closed the round", true, ago(1_000), false],
    ["is shown after that", false, ago(undoMs + 3_000), true],
    ["is shown to who had no part in a closed round", true, null, true],
  ])("%s", (_, closed, own, expected) => {
    expect(mayReveal({ closed }, own, now)).toBe(expected);
  });

  test("is never shown while the own review can be taken back", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.integer({ min: 0, max: 60_000 }), (closed, ms) => {
        expect(mayReveal({ closed }, ago(ms), now) && canUndo(ago(ms), now)).toBe(false);
      }),
    );
  });
});

describe("the queue", () => {
  const waiting = (recordId: string, severity: Severity = "low", begun = false) => ({
    recordId,
    severity,
    begun,
  });
  const next = (
    candidates: ReturnType<typeof waiting>[],
    past: string | null = null,
    last: Severity | null = null,
  ) => chooseNext(candidates, { past, last })?.recordId ?? null;

  test.each([
    ["offers nothing where nothing waits", next([]), null],
    ["offers what stands first", next([waiting("b"), waiting("a")]), "b"],
    ["offers what was begun before what is older", next([waiting("a"), waiting("b", "low", true)]), "b"],
    ["does not fall back to what was begun", next([waiting("c"), waiting("d", "low", true)], "b"), "c"],
    ["does not offer the one at hand", next([waiting("b")], "b"), null],
    [
      "gives something gentler after something grave",
      next([waiting("a", "high"), waiting("b")], null, "high"),
      "b",
    ],
    [
      "counts what nobody rated as grave",
      next([waiting("a", "unrated"), waiting("b")], null, "unrated"),
      "b",
    ],
    ["goes on with the grave where nothing gentler waits", next([waiting("a", "high")], null, "high"), "a"],
    [
      "keeps to the order after something gentle",
      next([waiting("a", "high"), waiting("b")], null, "low"),
      "a",
    ],
  ])("%s", (_, offered, expected) => {
    expect(offered).toBe(expected);
  });
});
