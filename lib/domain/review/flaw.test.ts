import { expect, test } from "vitest";
import { noticedFlaw } from "./flaw.ts";

test.each([
  ["approves without a word", { decision: "approve", labels: { a: "sound" } }, ["a"], false],
  [
    "labels the flawed thought, and mends it",
    { decision: "approve", labels: { a: "deceptive" } },
    ["a"],
    true,
  ],
  ["labels another thought", { decision: "approve", labels: { a: "sound", b: "redundant" } }, ["a"], false],
  ["labels some thought where all is bad", { decision: "approve", labels: { b: "redundant" } }, [], true],
  ["rejects", { decision: "reject", labels: {} }, ["a"], true],
  ["asks for changes", { decision: "request_changes", labels: {} }, [], true],
] as const)("a reviewer who %s", (_, verdict, flaws, noticed) => {
  expect(noticedFlaw(verdict, flaws)).toBe(noticed);
});
