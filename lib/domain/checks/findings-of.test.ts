import { describe, expect, test } from "vitest";
import type { Content } from "#lib/domain/record/content.ts";
import fc from "#lib/domain/testing/seeded.ts";
import { FindingDetail } from "./finding.ts";
import { findingsOf } from "./findings-of.ts";
import { clean } from "./fixtures/clean.ts";
import { known } from "./fixtures/known.ts";
import { planted } from "./fixtures/planted.ts";
import { type Fixture, fixturePolicies, readFixtures } from "./testing.ts";

function noticedIn({ content }: Fixture) {
  return findingsOf(content, fixturePolicies).map(({ thoughtId, detail }) => ({
    thoughtId,
    check: detail.check,
  }));
}

const byWords = (fixture: Fixture) =>
  [fixture.content.thoughts.map(({ text }) => text.slice(0, 60)).join(" / "), fixture] as const;

describe("what was planted is found, and nothing else", () => {
  test.each(readFixtures(`${planted}\n${known}`).map(byWords))("%s", (_, fixture) => {
    expect(noticedIn(fixture)).toEqual(fixture.planted);
  });
});

describe("nothing is found in", () => {
  test.each(readFixtures(clean).map(byWords))("%s", (_, fixture) => {
    expect(noticedIn(fixture)).toEqual([]);
  });
});

const thought = fc.record({
  id: fc.uuid(),
  text: fc.oneof(fc.string({ unit: "binary" }), fc.lorem(), fc.constant("Neither [nor] (“so\u0000")),
  clauses: fc.array(fc.oneof(fc.constantFrom("5.2", "9.9", "1.4"), fc.string())),
  author: fc.record({ kind: fc.constant("agent" as const), name: fc.string() }),
  from: fc.constant<string[]>([]),
});

const contents: fc.Arbitrary<Content> = fc.record({
  thoughts: fc.uniqueArray(thought, { selector: ({ id }) => id, maxLength: 6 }),
  response: fc.string(),
  disposition: fc.constantFrom("comply" as const, "refuse" as const, "safe_alternative" as const, null),
});

test("whatever the text, a check says at most one thing of a thought, and the same thing each time", () => {
  fc.assert(
    fc.property(contents, (content) => {
      const findings = findingsOf(content, fixturePolicies);
      const keys = findings.map(({ thoughtId, detail }) => `${thoughtId} ${detail.check}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(findings.map(({ detail }) => FindingDetail.parse(detail))).toEqual(
        findings.map(({ detail }) => detail),
      );
      expect(findingsOf(content, fixturePolicies)).toEqual(findings);
    }),
  );
});

test("a finding keeps nothing of the text, not even of a citation that is none", () => {
  fc.assert(
    fc.property(contents, (content) => {
      const secret = "Jane Roe of 5 Elm Street";
      const thoughts = content.thoughts.map((one) => ({
        ...one,
        text: `I agree with the previous agent about ${secret}. ${one.text}`,
        clauses: [secret],
      }));
      expect(JSON.stringify(findingsOf({ ...content, thoughts }, fixturePolicies))).not.toContain("Jane");
    }),
  );
});

test("thoughts that were removed are not looked at", () => {
  const [fixture] = readFixtures("The film is old. [5.2]\nThe film is old. [9.9]");
  const [kept, copy] = fixture?.content.thoughts ?? [];
  if (!kept || !copy) throw new Error("The fixture holds two thoughts.");
  const removed = { by: { kind: "refiner" as const }, label: "repetitive" as const, why: "" };
  const content = { thoughts: [kept, { ...copy, removed }], response: "", disposition: null };
  expect(findingsOf(content, fixturePolicies)).toEqual([]);
});
