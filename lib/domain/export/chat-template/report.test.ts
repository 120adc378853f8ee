import { describe, expect, test } from "vitest";
import { chatFormats } from "#lib/domain/export/formats.ts";
import type { RowContent } from "#lib/domain/export/row.ts";
import { families, familyIds } from "./families.ts";
import { render, renderEverywhere } from "./report.ts";

const lone: RowContent = {
  messages: [{ role: "user", content: "How do I kill a Python process?" }],
  thoughts: ["“Kill” is the ordinary word here.", "Safe ways come first."],
  response: "Press Ctrl+C.",
  ref: "12.184",
  revision: 3,
};

const conversation: RowContent = {
  ...lone,
  messages: [
    { role: "system", content: "You help with computers." },
    { role: "user", content: "Hello" },
    { role: "assistant", content: "Hi!" },
    ...lone.messages,
  ],
};

describe("the chain of thought", () => {
  test.each(familyIds.filter((id) => id !== "deepseek-r1"))(
    "is kept by %s in the shape chosen for it",
    (id) => {
      for (const content of [lone, conversation]) {
        const { fate, text, reasoning } = render(id, families[id].format, content);
        if (id === "gemma-2" && content === conversation) continue;
        expect(fate).toBe("kept");
        expect(text.slice(...(reasoning ?? []))).toBe(lone.thoughts.join("\n\n"));
        expect(text).toContain("Press Ctrl+C.");
      }
    },
  );

  test.each(chatFormats)("is lost with the template of DeepSeek-R1, written as %s", (format) => {
    const { fate, text } = render("deepseek-r1", format, lone);
    expect(fate).toBe("lost");
    expect(text).toMatch(/<｜Assistant｜>\s*Press Ctrl\+C\./);
  });

  test("is lost where a family does not read the field that holds it", () => {
    const lost = renderEverywhere(lone).filter(({ fate }) => fate === "lost");
    expect(lost.map(({ family, format }) => `${family} ${format}`)).toEqual(
      familyIds.flatMap((family) =>
        chatFormats
          .filter((format) => {
            if (family === "deepseek-r1") return true;
            if (format === "messages") return false;
            return !(
              (family === "qwen-3" && format === "messages-reasoning") ||
              (family === "gpt-oss" && format === "messages-thinking")
            );
          })
          .map((format) => `${family} ${format}`),
      ),
    );
  });

  test("stands in what people are shown where gpt-oss is given think tags", () => {
    expect(render("gpt-oss", "messages", lone).fate).toBe("in_answer");
    expect(render("gpt-oss", "messages-thinking", lone).text).toMatch(
      /<\|channel\|>analysis<\|message\|>“Kill”.*first\.<\|end\|><\|start\|>assistant<\|channel\|>final<\|message\|>Press Ctrl\+C\.<\|return\|>$/s,
    );
  });

  test("is read by Qwen3 from its field and from tags alike", () => {
    const [field, tags] = [render("qwen-3", "messages-reasoning", lone), render("qwen-3", "messages", lone)];
    expect(field.text).toBe(tags.text);
    expect(field.text).toBe(
      "<|im_start|>user\nHow do I kill a Python process?<|im_end|>\n<|im_start|>assistant\n<think>\n“Kill” is the ordinary word here.\n\nSafe ways come first.\n</think>\n\nPress Ctrl+C.<|im_end|>\n",
    );
  });
});

describe("the conversation before it", () => {
  test("is written whole by most", () => {
    const whole = familyIds.filter(
      (id) => render(id, families[id].format, conversation).leftOut.length === 0 && id !== "gemma-2",
    );
    expect(whole).toEqual(familyIds.filter((id) => id !== "mistral" && id !== "gemma-2"));
  });

  test("loses its system text with Mistral, and is refused by Gemma 2 for having one", () => {
    expect(render("mistral", "messages", conversation).leftOut).toEqual(["system"]);
    expect(render("gemma-2", "messages", conversation)).toMatchObject({
      fate: "refused",
      text: expect.stringContaining("system role"),
    });
  });
});
