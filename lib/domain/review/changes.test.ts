import { describe, expect, test } from "vitest";
import fc from "#lib/domain/testing/seeded.ts";
import { applyDraft } from "./apply-draft.ts";
import { changedWords, changesBetween } from "./changes.ts";
import { base, draftWith } from "./testing.ts";

/** `[-gone-]{+come+}` for what changed. */
function shown(before: string, after: string): string {
  return changedWords(before, after)
    .map(({ value, added, removed }) => (added ? `{+${value}+}` : removed ? `[-${value}-]` : value))
    .join("");
}

describe("changes word by word", () => {
  test.each([
    ["keep what stayed", "one two three", "one 2 three", "one [-two-]{+2+} three"],
    [
      "join a rewritten phrase",
      "end the old process now",
      "end every running task now",
      "end [-the old process-]{+every running task+} now",
    ],
    ["find words where no spaces are", "我喜欢苹果", "我喜欢香蕉", "我喜欢[-苹果-]{+香蕉+}"],
    ["show a text that is new", "", "new", "{+new+}"],
    ["show nothing for the same text", "same", "same", "same"],
  ])("%s", (_, before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  test("give back both texts", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.lorem({ maxCount: 30 }), (before, after) => {
        const parts = changedWords(before, after);
        const joined = (keep: (part: (typeof parts)[number]) => boolean) =>
          parts
            .filter(keep)
            .map(({ value }) => value)
            .join("");
        expect(joined(({ added }) => !added)).toBe(before);
        expect(joined(({ removed }) => !removed)).toBe(after);
      }),
    );
  });

  test("give up on texts that have nothing in common, rather than on time", () => {
    const text = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(" ");
    expect(changedWords(text("a"), text("b"))).toHaveLength(2);
  }, 5_000);
});

test("changes between revisions are told thought by thought, in reading order", () => {
  const draft = draftWith({
    edits: { "t1.1": { text: "“Kill” is the usual word for ending a process.", clauses: ["5.2", "5.1"] } },
    removed: ["t2.1"],
    restored: ["t1.2"],
    added: [{ key: "+1", after: "t1.3", text: "New.", clauses: [], from: [] }],
    response: "Press Ctrl+D in its terminal.",
  });
  const { thoughts, response } = changesBetween(base, applyDraft(draft, base, 2));
  expect(thoughts.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    "t1.1 edited",
    "t2.1 removed",
    "t1.2 restored",
    "2.1 added",
  ]);
  expect(thoughts[0]).toMatchObject({ clausesAdded: ["5.1"], clausesRemoved: [] });
  expect(response?.find(({ added }) => added)?.value).toBe("D");
});

test("nothing changed is no changes", () => {
  expect(changesBetween(base, base)).toEqual({ thoughts: [], response: null });
});
