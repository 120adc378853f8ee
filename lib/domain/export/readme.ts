import { dataSetStrings } from "#lib/domain/strings/data-sets.ts";
import { trainingStrings } from "#lib/domain/strings/training.ts";
import { type Family, type FamilyId, families, familyIds } from "./chat-template/families.ts";
import { type Rendering, render } from "./chat-template/report.ts";
import { type ChatFormat, chatFormats, columns, type Format } from "./formats.ts";
import type { Manifest } from "./manifest.ts";
import type { RowContent } from "./row.ts";
import { aidsafeScript, prmScript, type Trainer, trainerSettings } from "./training-settings.ts";

const say = trainingStrings.readme;

/** What trains on a format: a command of TRL, or its trainer of process reward models. */
const trainerOf: Readonly<Record<Format, Trainer | "prm">> = {
  aidsafe: "sft",
  messages: "sft",
  "messages-reasoning": "sft",
  "messages-thinking": "sft",
  stepwise: "prm",
  preference: "dpo",
  "preference-messages": "dpo",
  unpaired: "kto",
  "unpaired-messages": "kto",
};

/** The family that a format's README is written for where nobody chose: the first that the format is best for. */
export function defaultFamily(format: Format): FamilyId {
  return familyIds.find((id) => families[id].format === format) ?? familyIds[0];
}

/**
 * The README of a training file, as Markdown: settings and commands, and what the chat template makes of its first row.
 *
 * @param first the first row that is left, of pairs its preferred side; null where all were erased
 */
export function trainingReadme(manifest: Manifest, familyId: FamilyId, first: RowContent | null): string {
  const { file, format, synthetic } = manifest;
  const family = families[familyId];
  const trainer = trainerOf[format];
  const parts = [
    `# ${say.title(file)}`,
    ...(synthetic.any ? [`> ${say.synthetic(file)}`] : []),
    say.beside(file),
    `## ${say.settings}`,
    ...(trainer === "prm" ? stepwise(file) : commanded(trainer, file, format, family)),
    ...(trainer === "prm" ? [] : templates(manifest, family, first)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function stepwise(file: string): string[] {
  return [
    say.notPaper,
    `## ${say.commands}`,
    fence("sh", "pip install trl peft"),
    say.prm,
    fence("python", prmScript(file, outputOf(file))),
  ];
}

function commanded(trainer: Trainer, file: string, format: Format, family: Family): string[] {
  const source = sourceOf(file, format);
  const taken =
    format === "aidsafe" ? ["prompt", "completion"] : columns[format].filter((name) => name !== "id");
  return [
    trainer === "sft" ? say.paper : say.paperPreferences,
    `\`${trainer}.yaml\`:`,
    fence("yaml", trainerSettings(trainer, family, { file: source, columns: taken, output: outputOf(file) })),
    `## ${say.commands}`,
    ...(format === "aidsafe" ? [say.convert, fence("python", aidsafeScript(file, source))] : []),
    fence("sh", `pip install trl peft bitsandbytes\ntrl ${trainer} --config ${trainer}.yaml`),
  ];
}

function templates({ format, file }: Manifest, family: Family, first: RowContent | null): string[] {
  const title = `## ${say.template}`;
  if (format === "preference" || format === "unpaired") return [title, say.noTemplate];
  if (first === null) return [title, say.noRow];
  const shown = render(family.id, isChatFormat(format) ? format : "messages", first);
  return [
    title,
    say.templateLead(family.name),
    fence("text", shown.text),
    [`**${trainingStrings.fate[shown.fate]}**`, ...remarks(shown)].join(". "),
    say.restated,
    fence("python", checkScript(sourceOf(file, format), format, family)),
    ...(isChatFormat(format) ? [`### ${say.families}`, familyTable(first)] : []),
  ];
}

/** What is to be known of a rendering beside its text. */
export function remarks({ family, fate, leftOut }: Rendering): string[] {
  const advice =
    family === "deepseek-r1" && fate === "lost" ? trainingStrings.deepseek : trainingStrings.advice[fate];
  return [...(advice === "" ? [] : [advice]), ...leftOut.map((what) => trainingStrings.leftOut[what])];
}

/** What a chat template is applied to. */
const messagesOf: Readonly<Partial<Record<Format, string>>> = {
  aidsafe: `row["prompt"] + row["completion"]`,
  "preference-messages": `row["prompt"] + row["chosen"]`,
  "unpaired-messages": `row["prompt"] + row["completion"]`,
};

function checkScript(file: string, format: Format, family: Family): string {
  return `from datasets import load_dataset
from transformers import AutoTokenizer

row = load_dataset("json", data_files="${file}", split="train")[0]
tokenizer = AutoTokenizer.from_pretrained("${family.model ?? say.anyModel}")
print(tokenizer.apply_chat_template(${messagesOf[format] ?? `row["messages"]`}, tokenize=False))`;
}

function familyTable(first: RowContent): string {
  const rows = familyIds.map((id) => {
    const { name, format } = families[id];
    return [name, dataSetStrings.formats[format].name, trainingStrings.fate[render(id, format, first).fate]];
  });
  return [say.columns, say.columns.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function isChatFormat(format: Format): format is ChatFormat {
  return (chatFormats as readonly Format[]).includes(format);
}

/** What is trained on: the file itself, or what a script makes of it. */
function sourceOf(file: string, format: Format): string {
  return format === "aidsafe" ? file.replace(/\.jsonl$/, ".completions.jsonl") : file;
}

function outputOf(file: string): string {
  return file.replace(/\.jsonl$/, "-tuned");
}

/** A fence longer than any in the text, so that a row cannot end it. */
function fence(language: string, text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${language}\n${text}\n${ticks}`;
}
