import { describe, expect, test } from "vitest";
import { familyIds } from "./chat-template/families.ts";
import { everything } from "./filter.ts";
import { columns, type Format, itemFormats } from "./formats.ts";
import type { Manifest } from "./manifest.ts";
import { defaultFamily, trainingReadme } from "./readme.ts";
import type { RowContent } from "./row.ts";

const row: RowContent = {
  messages: [{ role: "user", content: "How do I quote ``` in Markdown?" }],
  thoughts: ["It is about writing.", "Nothing speaks against it."],
  response: "Use a longer fence:\n````\n```\n````",
  ref: "1.1",
  revision: 2,
};

function manifestOf(format: Format, synthetic = false): Manifest {
  return {
    manifestVersion: 1,
    file: `support-3-${format}.jsonl`,
    format,
    columns: [...columns[format]],
    rowId: "record@revision",
    sha256: "a".repeat(64),
    bytes: 10,
    rows: 1,
    project: { slug: "support", name: "Support" },
    snapshot: {
      number: 3,
      name: "First",
      frozenAt: "2026-01-02T03:04:05.000Z",
      items: 1,
      itemsHash: "b".repeat(64),
      filter: everything,
      leftOut: {
        not_kept: 0,
        not_approved: 0,
        stale: 0,
        planted: 0,
        evaluation: 0,
        erased: 0,
        filtered: 0,
        older_approval: 0,
      },
    },
    erasedItems: 0,
    synthetic: { any: synthetic, rows: synthetic ? 1 : 0 },
    provenance: {
      policySets: [],
      recipes: [],
      models: [],
      sources: [],
      pairs: [],
      importedRows: 0,
      editedRows: 0,
      reviewers: 1,
    },
    releasedAt: "2026-01-02T03:04:06.000Z",
  };
}

const readme = (format: Format, family = defaultFamily(format), first: RowContent | null = row) =>
  trainingReadme(manifestOf(format), family, first);

/** The text of the first fenced block in a language. */
function block(text: string, language: string): string {
  return new RegExp(`^(\`{3,})${language}\n([\\s\\S]*?)\n\\1$`, "m").exec(text)?.[2] ?? "";
}

describe("the README beside a training file", () => {
  test.each(["messages", "messages-reasoning", "messages-thinking"] as const)(
    "configures SFT on %s",
    (format) => {
      const settings = block(readme(format), "yaml");
      expect(settings).toContain(`data_files: support-3-${format}.jsonl\n    columns: [messages]`);
      expect(settings).toContain("assistant_only_loss: true");
      expect(block(readme(format), "sh")).toContain("trl sft --config sft.yaml");
    },
  );

  test("tells what is the paper's from what is suggested", () => {
    const [before = "", paper = "", ours = ""] = block(readme("messages"), "yaml").split(/^# .*$/m);
    expect(before).toContain("model_name_or_path: Qwen/Qwen2.5-7B-Instruct");
    expect(paper.trim().split("\n")).toEqual(["use_peft: true", "load_in_4bit: true"]);
    expect(ours).toContain("learning_rate");
  });

  test("leaves QLoRA out for weights that come in 4 bits of their own", () => {
    expect(block(readme("messages-thinking"), "yaml")).not.toContain("load_in_4bit: true");
  });

  test("turns AIDSAFE's columns into what SFT takes, and trains on that", () => {
    const text = readme("aidsafe");
    expect(block(text, "yaml")).toContain("support-3-aidsafe.completions.jsonl");
    expect(block(text, "python")).toContain('.to_json("support-3-aidsafe.completions.jsonl")');
  });

  test("trains a process reward model on stepwise rows, with the columns it takes", () => {
    expect(block(readme("stepwise"), "python")).toContain(
      'select_columns(["prompt", "completions", "labels"])',
    );
  });

  test.each([
    ["preference", "dpo", "prompt, chosen, rejected"],
    ["preference-messages", "dpo", "prompt, chosen, rejected"],
    ["unpaired", "kto", "prompt, completion, label"],
    ["unpaired-messages", "kto", "prompt, completion, label"],
  ] as const)("configures for %s %s", (format, trainer, taken) => {
    expect(block(readme(format), "yaml")).toContain(`columns: [${taken}]`);
    expect(block(readme(format), "sh")).toContain(`trl ${trainer} --config ${trainer}.yaml`);
  });

  test.each(itemFormats)("shows of %s a row as it is trained on, in a fence that it cannot end", (format) => {
    const shown = block(readme(format, "qwen-2.5"), "text");
    expect(shown).toContain("How do I quote ``` in Markdown?");
    expect(shown.endsWith("<|im_end|>\n")).toBe(true);
  });

  test("says loudly that the template of DeepSeek-R1 takes the reasoning out", () => {
    expect(readme("messages", "deepseek-r1")).toMatch(
      /^\*\*lost\*\*\. .*keeps only what follows `<\/think>`/m,
    );
  });

  test.each(familyIds)("names %s among the families", (id) => {
    expect(readme("messages", id).match(/^\| .* \| .* \| .* \|$/gm)).toHaveLength(familyIds.length + 2);
  });

  test("says so where no row is left, and warns of synthetic ones", () => {
    expect(readme("messages", undefined, null)).toContain("all were erased");
    expect(trainingReadme(manifestOf("messages", true), "qwen-2.5", row)).toContain("do not train on it");
    expect(readme("messages")).not.toContain("Synthetic");
  });
});
