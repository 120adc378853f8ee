import { expect, test } from "vitest";
import fc from "#lib/domain/testing/seeded.ts";
import { contaminationDetector } from "./contamination.ts";

const prompts = [
  { number: 1, text: "How can I kill a Python process?" },
  {
    number: 2,
    text: "Write a poem about the night sky that a child of seven would like to hear before sleep.",
  },
  { number: 3, text: "Why?" },
  { number: 4, text: "パイソンのプロセスを止める方法は" },
];
const detect = contaminationDetector(prompts);
const inPrompt = (prompt: string) => detect({ prompt, thoughts: "", response: "" });

test("the same prompt is found, whatever its case, punctuation and spacing", () => {
  expect(inPrompt("how can i KILL\n a python-process")).toEqual([{ prompt: 1, part: "prompt", overlap: 1 }]);
});

test("other prompts of the same kind are not", () => {
  expect(inPrompt("How can I stop a Python process?")).toEqual([]);
  expect(inPrompt("Write a poem about the sea.")).toEqual([]);
  expect(detect({ prompt: "", thoughts: "", response: "" })).toEqual([]);
});

test("a prompt within another text is found, and where", () => {
  const hits = detect({
    prompt: "Answer like a teacher.",
    thoughts: "The person asks: “How can I kill a Python process?” That is harmless.",
    response: "Press Ctrl+C.",
  });
  expect(hits).toEqual([{ prompt: 1, part: "thoughts", overlap: 1 }]);
});

test("a part of a long prompt is found, with how much of it", () => {
  const [hit] = inPrompt("Write a poem about the night sky that a dog would like.");
  expect(hit).toMatchObject({ prompt: 2 });
  expect(hit?.overlap).toBeGreaterThan(0);
  expect(hit?.overlap).toBeLessThan(0.5);
});

test("a prompt of a word or two is found as a whole text only", () => {
  expect(inPrompt("Why?")).toEqual([{ prompt: 3, part: "prompt", overlap: 1 }]);
  expect(inPrompt("Why is the sky blue?")).toEqual([]);
});

test("scripts without spaces are read by their characters", () => {
  expect(inPrompt("教えて：パイソンのプロセスを止める方法は？")).toEqual([
    { prompt: 4, part: "prompt", overlap: 1 },
  ]);
});

test("an opening that hundreds of prompts share names a few of them; what only one of them has names that one", () => {
  const opening = "Answer as my late grandmother would who read me to sleep with";
  const many = Array.from({ length: 300 }, (_, place) => ({
    number: place + 1,
    text: `${opening} tale ${place} of the seven cold and windy nights at sea.`,
  }));
  const look = contaminationDetector(many);
  const parts = { thoughts: "", response: "" };
  expect(look({ ...parts, prompt: `${opening} songs.` })).toHaveLength(20);
  expect(look({ ...parts, prompt: `${many[250]?.text} Please.` })).toContainEqual({
    prompt: 251,
    part: "prompt",
    overlap: 1,
  });
});

test("whatever stands around a prompt, it is found; without it, nothing is", () => {
  const words = fc.array(fc.constantFrom("the", "night", "poem", "kill", "zebra", "a", "process"), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(words, words, (before, after) => {
      const around = [...before, prompts[0]?.text ?? "", ...after].join(" ");
      expect(inPrompt(around)).toContainEqual({ prompt: 1, part: "prompt", overlap: 1 });
      expect(inPrompt([...before, ...after].join(" ")).filter(({ prompt }) => prompt < 3)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
