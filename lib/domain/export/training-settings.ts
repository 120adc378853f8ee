import { trainingStrings } from "#lib/domain/strings/training.ts";
import type { Family } from "./chat-template/families.ts";

const say = trainingStrings.readme;

type Line = readonly [key: string, value: string, why?: string] | `# ${string}` | "";

/** How a model is trained on a file, by the command of TRL that does it. */
export type Trainer = "sft" | "dpo" | "kto";

/** What differs between the commands: learning rate, and rows at once (KTO compares rows of a batch). */
const own: Readonly<Record<Trainer, readonly Line[]>> = {
  sft: [
    ["learning_rate", "2.0e-4"],
    ["per_device_train_batch_size", "1"],
    ["gradient_accumulation_steps", "16"],
  ],
  dpo: [
    ["learning_rate", "5.0e-6"],
    ["beta", "0.1"],
    ["per_device_train_batch_size", "1"],
    ["gradient_accumulation_steps", "16"],
  ],
  kto: [
    ["learning_rate", "5.0e-6"],
    ["beta", "0.1"],
    ["per_device_train_batch_size", "4"],
    ["gradient_accumulation_steps", "4"],
  ],
};

/** The settings of `trl sft`, `dpo` or `kto` for a file, as YAML. */
export function trainerSettings(
  trainer: Trainer,
  family: Family,
  { file, columns, output }: { file: string; columns: readonly string[]; output: string },
): string {
  return yaml([
    ["model_name_or_path", family.model ?? say.anyModel],
    ["datasets", `\n  - path: json\n    data_files: ${file}\n    columns: [${columns.join(", ")}]`],
    ["output_dir", output],
    "",
    ...quantisation(family),
    "",
    `# ${say.suggested}`,
    ...(family.isQuantised ? [] : ([["bnb_4bit_quant_type", "nf4"]] as const)),
    ["lora_r", "16"],
    ["lora_alpha", "32"],
    ["lora_dropout", "0.05"],
    ["lora_target_modules", "all-linear"],
    ...own[trainer],
    ["lr_scheduler_type", "cosine"],
    ["warmup_ratio", "0.03"],
    ["num_train_epochs", trainer === "sft" ? "2" : "1"],
    ["gradient_checkpointing", "true"],
    ["bf16", "true"],
    ["max_length", "4096", say.maxLength],
    ...(columns.includes("messages") ? ([["assistant_only_loss", "true", say.answersOnly]] as const) : []),
    ["logging_steps", "10"],
    ["seed", "1"],
  ]);
}

function quantisation({ isQuantised }: Family): Line[] {
  if (isQuantised) return [`# ${say.quantised}`, ["use_peft", "true"]];
  return [`# ${say.fromPaper}`, ["use_peft", "true"], ["load_in_4bit", "true"]];
}

function yaml(lines: readonly Line[]): string {
  return lines
    .map((line) => {
      if (typeof line === "string") return line;
      const [key, value, why] = line;
      return `${key}:${value.startsWith("\n") ? "" : " "}${value}${why === undefined ? "" : `  # ${why}`}`;
    })
    .join("\n");
}

/** A script that trains a process reward model on a stepwise file. */
export function prmScript(file: string, output: string): string {
  return `from datasets import load_dataset
from peft import LoraConfig
from transformers import AutoModelForTokenClassification, AutoTokenizer
from trl.experimental.prm import PRMConfig, PRMTrainer

model = "Qwen/Qwen2.5-7B-Instruct"
rows = load_dataset("json", data_files="${file}", split="train").select_columns(["prompt", "completions", "labels"])
trainer = PRMTrainer(
    model=AutoModelForTokenClassification.from_pretrained(model, num_labels=2, dtype="bfloat16"),
    processing_class=AutoTokenizer.from_pretrained(model),
    args=PRMConfig(output_dir="${output}", learning_rate=1e-4, num_train_epochs=2, max_length=4096, bf16=True),
    train_dataset=rows,
    peft_config=LoraConfig(r=16, lora_alpha=32, target_modules="all-linear", task_type="TOKEN_CLS"),
)
trainer.train()`;
}

/** A script that turns AIDSAFE's columns into prompt and completion. */
export function aidsafeScript(file: string, target: string): string {
  return `from datasets import load_dataset

rows = load_dataset("json", data_files="${file}", split="train")
rows.map(
    lambda row: {
        "prompt": [{"role": "user", "content": row["prompt"]}],
        "completion": [{"role": "assistant", "content": f"<think>\\n{row['thoughts']}\\n</think>\\n\\n{row['response']}"}],
    },
    remove_columns=rows.column_names,
).to_json("${target}")`;
}
