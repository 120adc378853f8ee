import { z } from "zod";
import type { ChatFormat } from "#lib/domain/export/formats.ts";

export const familyIds = [
  "qwen-2.5",
  "mistral",
  "llama-3",
  "gemma-2",
  "gemma-3",
  "chatml",
  "qwen-3",
  "deepseek-r1",
  "gpt-oss",
] as const;

/** Models that share a chat template. */
export const FamilyId = z.enum(familyIds);
export type FamilyId = z.infer<typeof FamilyId>;

export type Family = {
  id: FamilyId;
  name: string;
  /** A checkpoint to begin with; null where any may use the template. */
  model: string | null;
  /** The shape that its template treats best. */
  format: ChatFormat;
  /** What the family writes right before its reasoning; null where it has no place for any, and tags are plain text. */
  opening: string | null;
  /** Whether its weights come in 4 bits of their own, which does not go together with QLoRA's. */
  isQuantised: boolean;
};

const family = (
  id: FamilyId,
  name: string,
  model: string | null,
  format: ChatFormat,
  opening: string | null = null,
): Family => ({ id, name, model, format, opening, isQuantised: id === "gpt-oss" });

/** The common families, those of the paper first. */
export const families: Readonly<Record<FamilyId, Family>> = {
  "qwen-2.5": family("qwen-2.5", "Qwen2.5", "Qwen/Qwen2.5-7B-Instruct", "messages"),
  mistral: family("mistral", "Mistral", "mistralai/Mistral-7B-Instruct-v0.3", "messages"),
  "llama-3": family("llama-3", "Llama 3", "meta-llama/Meta-Llama-3-8B-Instruct", "messages"),
  "gemma-2": family("gemma-2", "Gemma 2", "google/gemma-2-9b-it", "messages"),
  "gemma-3": family("gemma-3", "Gemma 3", "google/gemma-3-4b-it", "messages"),
  chatml: family("chatml", "ChatML, generic", null, "messages"),
  "qwen-3": family("qwen-3", "Qwen3", "Qwen/Qwen3-8B", "messages-reasoning", "<think>"),
  "deepseek-r1": family(
    "deepseek-r1",
    "DeepSeek-R1 distilled",
    "deepseek-ai/DeepSeek-R1-Distill-Qwen-7B",
    "messages",
    "<think>",
  ),
  "gpt-oss": family(
    "gpt-oss",
    "gpt-oss",
    "openai/gpt-oss-20b",
    "messages-thinking",
    "<|channel|>analysis<|message|>",
  ),
};
