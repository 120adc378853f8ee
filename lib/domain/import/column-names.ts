import type { MappingPart } from "./mapping.ts";

/**
 * Names that data sets give to their columns, the most telling first. Compared as words joined by `_`:
 * `promptsFinal`, `Prompts Final` and `prompts-final` are all `prompts_final`.
 */
export const usualNames: Record<Exclude<MappingPart, "context">, readonly string[]> = {
  prompt: [
    "prompt",
    "prompts",
    "prompts_final",
    "forbidden_prompt",
    "adversarial_prompt",
    "jailbreak_prompt",
    "harmful_prompt",
    "user_prompt",
    "behavior",
    "behaviour",
    "goal",
    "question",
    "instruction",
    "query",
    "user_query",
    "messages",
    "conversations",
    "conversation",
    "dialogue",
    "dialog",
    "user_message",
    "user_input",
    "request",
    "input",
    "chosen",
    "text",
    "content",
    "sentence",
  ],
  system: ["system", "system_prompt", "system_message"],
  category: [
    "category",
    "categories",
    "harm_category",
    "risk_category",
    "semantic_category",
    "harm_area",
    "risk_area",
    "harm_type",
    "hazard",
    "hazard_category",
    "topic",
    "domain",
    "policy",
    "type",
    "label",
  ],
  subcategory: ["subcategory", "sub_category", "subcategories", "functional_category", "subtopic", "subtype"],
  severity: [
    "severity",
    "severity_level",
    "risk",
    "risk_level",
    "harm_level",
    "safety",
    "prompt_label",
    "label",
  ],
  licence: ["licence", "license", "licence_id", "license_id", "source_license"],
  dataSet: ["dataset", "data_set", "dataset_name", "source_dataset", "data_source", "source"],
  thoughts: [
    "thoughts",
    "thought",
    "chain_of_thought",
    "cot",
    "reasoning_content",
    "reasoning",
    "reasoning_trace",
    "thinking",
    "model_thinking",
    "think",
    "rationale",
    "steps",
  ],
  response: [
    "response",
    "final_response",
    "model_response",
    "output",
    "completion",
    "answer",
    "final_answer",
    "reply",
    "solution",
  ],
};

/** Words that give a column away inside a longer name. */
export const tellingWords: Partial<Record<MappingPart, readonly string[]>> = {
  prompt: ["prompt", "prompts", "behavior", "question", "instruction", "query"],
  thoughts: ["thinking", "thoughts", "reasoning", "rationale"],
  response: ["response", "answer", "completion", "attempt"],
};

/** Words that say a column is *about* the thing and does not hold it: `prompt_id`, `cot_type`, `question_source`. */
export const aboutWords = new Set(
  "id ids type types kind source sources category label labels lang language count length tokens hash index number score scores date url".split(
    " ",
  ),
);

/** The words of a column's name, in lower case. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
