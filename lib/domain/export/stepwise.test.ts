import { describe, expect, test } from "vitest";
import { labels } from "#lib/domain/deliberation/reply.ts";
import type { Thought } from "#lib/domain/deliberation/thoughts.ts";
import fc from "#lib/domain/testing/seeded.ts";
import { judgedSteps, type Reading } from "./stepwise.ts";

const thought = (id: string, text = `Text of ${id}.`, more: Partial<Thought> = {}): Thought => ({
  id,
  text,
  clauses: [],
  author: { kind: "agent" },
  from: [],
  ...more,
});

const removed = { removed: { by: { kind: "person" as const }, label: null, why: "" } };
const given = [thought("a"), thought("b"), thought("c")];
const allSound = { a: "sound", b: "sound", c: "sound" } as const;

const reading = (more: Partial<Reading> = {}): Reading => ({
  isRuling: false,
  labels: allSound,
  made: given,
  ...more,
});

const labelsOf = (...readings: Reading[]) => judgedSteps(given, readings).map(({ label }) => label);

describe("a step", () => {
  test("is positive where it was called sound and left alone", () => {
    expect(judgedSteps(given, [reading()])).toEqual(
      given.map(({ text }) => ({ text, label: true, judgements: ["sound"] })),
    );
  });

  test.each(labels.filter((label) => label !== "sound"))("is negative where it is %s", (label) => {
    const [, step] = judgedSteps(given, [reading({ labels: { ...allSound, b: label } })]);
    expect(step).toEqual({ text: "Text of b.", label: false, judgements: [label] });
  });

  test("is negative where its text was rewritten, and holds the text that was judged", () => {
    const made = [thought("a"), thought("b", "Better."), thought("c")];
    expect(judgedSteps(given, [reading({ made })])[1]).toEqual({
      text: "Text of b.",
      label: false,
      judgements: ["edited"],
    });
  });

  test("is negative where it was removed, whatever was answered for all", () => {
    const made = [thought("a"), thought("b", undefined, removed), thought("c")];
    expect(judgedSteps(given, [reading({ made })])[1]).toMatchObject({
      label: false,
      judgements: ["removed"],
    });
  });

  test("is not negative for having been split: others say the same", () => {
    const parts = [thought("2.1", "Text", { from: ["b"] }), thought("2.2", "of b.", { from: ["b"] })];
    const made = [thought("a"), thought("b", undefined, removed), ...parts, thought("c")];
    expect(labelsOf(reading({ made }))).toEqual([true, true, true]);
  });

  test("is not there if it had been removed before people saw it", () => {
    const before = [thought("a"), thought("x", undefined, removed), thought("c")];
    expect(judgedSteps(before, [reading({ made: before })]).map(({ text }) => text)).toEqual([
      "Text of a.",
      "Text of c.",
    ]);
  });
});

describe("several people", () => {
  const against = reading({ labels: { ...allSound, b: "unsupported" } });

  test("decide by majority, and all are named", () => {
    expect(judgedSteps(given, [reading(), against, against])[1]).toEqual({
      text: "Text of b.",
      label: false,
      judgements: ["sound", "unsupported", "unsupported"],
    });
    expect(labelsOf(reading(), reading(), against)).toEqual([true, true, true]);
  });

  test("give way to a lead's ruling", () => {
    expect(labelsOf(reading(), reading(), { ...against, isRuling: true })).toEqual([true, false, true]);
  });

  test("end the row before a step on which they are divided", () => {
    expect(labelsOf(reading(), against)).toEqual([true]);
  });

  test("end it where nobody judged on, as after a first flaw", () => {
    expect(labelsOf(reading({ labels: { a: "sound", b: "deceptive" } }))).toEqual([true, false]);
    expect(labelsOf(reading({ labels: {} }))).toEqual([]);
  });

  test("count the same in whatever order they came", () => {
    const some = fc.array(
      fc.record({
        a: fc.constantFrom(...labels),
        b: fc.constantFrom(...labels),
        c: fc.constantFrom(...labels),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(some, (said) => {
        const readings = said.map((labels) => reading({ labels }));
        expect(labelsOf(...readings)).toEqual(labelsOf(...readings.toReversed()));
      }),
    );
  });
});
