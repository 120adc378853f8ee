import { expect, test } from "vitest";
import { aidsafe } from "#lib/domain/deliberation/built-in-recipes.ts";
import type { FaultCode } from "#lib/domain/deliberation/fault.ts";
import { planFor } from "#lib/domain/deliberation/testing.ts";
import { deadlineFor } from "./question.ts";
import { recall } from "./recall.ts";

const run = { id: "run", plan: planFor(aidsafe), cast: new Map() };
const row = {
  id: "deliberation",
  runId: "run",
  runStatus: "running",
  fence: 1,
  priority: 0,
  messages: [{ role: "user", content: "How do I kill a process?" }],
  retriedAgo: null,
  judged: null,
};

/** Calls made for the first turn, and how long each took, in seconds. */
type Made = [fault: FaultCode, seconds: number];

function deadline(begunAgo: number, ...made: Made[]): number {
  const attempts = made.map(([fault, seconds], index) => ({
    seq: 0,
    n: index + 1,
    fault,
    latencyMs: seconds * 1_000,
    tokens: 0,
    ago: 0,
  }));
  return deadlineFor(recall({ ...row, begunAgo }, run, [], attempts, 0), 0);
}

test.each<[string, number, number, Made[]]>([
  ["its own two minutes", 120_000, 0, []],
  ["what is left of the turn's ten", 90_000, 0, [...Array(5).fill(["timeout", 100]), ["network", 10]]],
  ["not less for calls that the endpoint turned away", 120_000, 0, Array(9).fill(["rate_limited", 100])],
  ["what is left of the deliberation's day", 3_000, 86_397_000, []],
  ["a moment where nothing is left, so that it ends as any other call", 1, 86_500_000, []],
])("a call is given %s", (_, ms, begunAgo, made) => {
  expect(deadline(begunAgo, ...made)).toBe(ms);
});
