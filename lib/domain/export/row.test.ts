import { describe, expect, test } from "vitest";
import fc from "#lib/domain/testing/seeded.ts";
import { columns, itemFormats } from "./formats.ts";
import { type PairContent, pairWriter, promptColumn, type RowContent, rowLine } from "./row.ts";
import { closeUp, joinThoughts, splitThoughts } from "./thoughts-text.ts";

const content: RowContent = {
  messages: [{ role: "user", content: "How do I kill a Python process?" }],
  thoughts: ["“Kill” is the ordinary word here.", "Safe ways come first."],
  response: "Press Ctrl+C.",
  ref: "12.184",
  revision: 3,
};

const someContent = fc.record({
  messages: fc.array(
    fc.record({
      role: fc.constantFrom("system" as const, "user" as const, "assistant" as const),
      content: fc.string(),
    }),
    { minLength: 1 },
  ),
  thoughts: fc.array(fc.string({ unit: fc.constantFrom("a", "é", "\n", " ", "\r", "<", "\t", "\u2028") })),
  response: fc.string({ unit: "grapheme" }),
  ref: fc.constantFrom("1.1", "i3.184"),
  revision: fc.integer({ min: 1, max: 9 }),
});

describe("a row in AIDSAFE's shape", () => {
  test("holds prompt, thoughts and response as text, and its id last", () => {
    expect(JSON.parse(rowLine("aidsafe", content))).toEqual({
      prompt: "How do I kill a Python process?",
      thoughts: "“Kill” is the ordinary word here.\n\nSafe ways come first.",
      response: "Press Ctrl+C.",
      id: "12.184@3",
    });
  });

  test("writes a conversation turn by turn", () => {
    expect(
      promptColumn([
        { role: "system", content: "You sell bikes." },
        { role: "user", content: "Hello" },
        { role: "assistant", content: "Hi!" },
        { role: "user", content: "Which one?" },
      ]),
    ).toBe("System: You sell bikes.\n\nUser: Hello\n\nAssistant: Hi!\n\nUser: Which one?");
  });

  test("falls apart into the thoughts it was made of", () => {
    fc.assert(
      fc.property(someContent, (some) => {
        const row = JSON.parse(rowLine("aidsafe", some)) as { thoughts: string; response: string };
        expect(splitThoughts(row.thoughts)).toEqual(
          some.thoughts.map(closeUp).filter((thought) => thought !== ""),
        );
        expect(row.response).toBe(some.response);
      }),
    );
  });
});

describe("a row of chat messages", () => {
  test("keeps all turns and puts the thoughts into think tags", () => {
    const turns = [
      { role: "system" as const, content: "You sell bikes." },
      { role: "user" as const, content: "Which one?" },
    ];
    expect(JSON.parse(rowLine("messages", { ...content, messages: turns }))).toEqual({
      messages: [
        ...turns,
        {
          role: "assistant",
          content:
            "<think>\n“Kill” is the ordinary word here.\n\nSafe ways come first.\n</think>\n\nPress Ctrl+C.",
        },
      ],
      id: "12.184@3",
    });
  });

  test("is cut at one place only, even where a text quotes the tags", () => {
    const quoting = { ...content, thoughts: ["It says </think> and < Think >."], response: "Write <think>." };
    const { messages } = JSON.parse(rowLine("messages", quoting)) as { messages: { content: string }[] };
    expect(messages.at(-1)?.content).toBe(
      "<think>\nIt says [/think] and [Think].\n</think>\n\nWrite [think].",
    );
  });
});

test.each(itemFormats)("a row of %s is one line whose columns stand in the documented order", (format) => {
  fc.assert(
    fc.property(someContent, (some) => {
      const line = rowLine(format, some);
      expect(line.indexOf("\n")).toBe(line.length - 1);
      expect(Object.keys(JSON.parse(line))).toEqual(columns[format]);
      expect(rowLine(format, structuredClone(some))).toBe(line);
    }),
  );
});

describe("a preference", () => {
  const pair: PairContent = {
    ...content,
    origin: "belief",
    rejected: {
      thoughts: ["It is taken at its word.", "So it goes ahead."],
      response: "Done.",
      id: "14.184#6",
    },
  };
  const rejected = "<think>\nIt is taken at its word.\n\nSo it goes ahead.\n</think>\n\nDone.";

  test("in the standard format has a prompt and two answers as strings, as TRL reads them", () => {
    const row = JSON.parse(pairWriter("preference")(pair).join(""));
    expect(Object.keys(row)).toEqual(columns.preference);
    expect(row).toMatchObject({
      prompt: "How do I kill a Python process?",
      rejected,
      id: "12.184@3/14.184#6",
    });
    expect(row.chosen).toMatch(/^<think>\n[\s\S]+\n<\/think>\n\nPress Ctrl\+C\.$/);
  });

  test("in the conversational format has lists of messages: the prompt ends with the user, each side is one answer", () => {
    const row = JSON.parse(pairWriter("preference-messages")(pair).join(""));
    expect(Object.keys(row)).toEqual(columns["preference-messages"]);
    expect(row.prompt).toEqual([{ role: "user", content: "How do I kill a Python process?" }]);
    expect(row.rejected).toEqual([{ role: "assistant", content: rejected }]);
    expect(row.chosen).toEqual([{ role: "assistant", content: expect.stringContaining("Press Ctrl+C.") }]);
  });

  test.each([
    ["unpaired", "How do I kill a Python process?"],
    ["unpaired-messages", [{ role: "user", content: "How do I kill a Python process?" }]],
  ] as const)(
    "written as %s has a line for each side, but none for what was said under a belief",
    (format, prompt) => {
      const rowsOf = (origin: PairContent["origin"]) =>
        pairWriter(format)({ ...pair, origin, rejected: { ...pair.rejected, id: "12.184@1" } }).map((line) =>
          JSON.parse(line),
        );
      expect(rowsOf("edit")).toMatchObject([
        { prompt, label: true, id: "12.184@3" },
        { prompt, label: false, id: "12.184@1" },
      ]);
      expect(rowsOf("belief")).toMatchObject([{ prompt, label: true, id: "12.184@3" }]);
      expect(JSON.stringify(rowsOf("belief"))).not.toContain("So it goes ahead.");
    },
  );

  test.each([
    ["unpaired", 3],
    ["preference", 4],
  ] as const)("written as %s, two pairs of one chosen side, and the same for another prompt", (format, n) => {
    const other = [{ role: "user" as const, content: "Another?" }];
    const write = pairWriter(format);
    const rows = [
      pair,
      { ...pair, rejected: { ...pair.rejected, id: "14.184#9" } },
      { ...pair, messages: other },
      { ...pair, messages: other, origin: "edit" as const },
    ].flatMap(write);
    expect(rows).toHaveLength(n);
    expect(new Set(rows).size).toBe(format === "unpaired" ? n : 3);
  });

  test.each(itemFormats)("written as %s says nothing of its rejected side", (format) => {
    expect(rowLine(format, pair)).toBe(rowLine(format, content));
  });
});

test("joining what was split changes nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (thoughts) => {
      const text = joinThoughts(thoughts);
      expect(joinThoughts(splitThoughts(text))).toBe(text);
    }),
  );
});
