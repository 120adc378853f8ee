import { expect, test } from "vitest";
import fc from "#lib/domain/testing/seeded.ts";
import { diffParagraphs } from "./diff-paragraphs.ts";

test("paragraphs that stayed are told apart from those that changed", () => {
  expect(diffParagraphs("# One\n\nRead it twice.\n\nEnd.", "# One\n\nRead it once.\n\nEnd.")).toEqual([
    { isSame: true, parts: [{ text: "# One", change: "same" }] },
    {
      isSame: false,
      parts: [
        { text: "Read it ", change: "same" },
        { text: "twice", change: "removed" },
        { text: "once", change: "added" },
        { text: ".", change: "same" },
      ],
    },
    { isSame: true, parts: [{ text: "End.", change: "same" }] },
  ]);
});

test("what is not removed is the new text, and what is not added the old one", () => {
  const text = fc
    .array(fc.constantFrom("One.", "Two words.", "Three more words.", "- a\n- b"), { maxLength: 6 })
    .map((paragraphs) => paragraphs.join("\n\n"));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = diffParagraphs(before, after);
      const without = (change: "added" | "removed") =>
        changes
          .map(({ parts }) =>
            parts
              .filter((part) => part.change !== change)
              .map((part) => part.text)
              .join(""),
          )
          .filter((paragraph) => paragraph !== "")
          .join("\n\n");
      expect(without("removed")).toBe(after);
      expect(without("added")).toBe(before);
    }),
  );
});
