import { expect, test } from "vitest";
import { type Thread, visibleThreads } from "./thread.ts";

const line = (by: string, mine: boolean) => ({ id: by, by, mine, text: by, at: "2026-01-01T00:00:00Z" });
const mine: Thread = {
  id: "1",
  thoughtId: null,
  resolved: { by: "Ben", at: "2026-01-02T00:00:00Z" },
  comments: [line("Ina", true), line("Ben", false)],
};
const bens: Thread = {
  id: "2",
  thoughtId: "1.1",
  resolved: null,
  comments: [line("Ben", false), line("Ina", true)],
};

test("once all may be known, every thread is there", () => {
  expect(visibleThreads([mine, bens], true)).toEqual([mine, bens]);
});

test("before that, only what one said in threads of one's own, and not whether others resolved them", () => {
  expect(visibleThreads([mine, bens], false)).toEqual([
    { ...mine, resolved: null, comments: [line("Ina", true)] },
  ]);
});
