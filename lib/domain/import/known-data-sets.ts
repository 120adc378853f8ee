import type { Mapping } from "./mapping.ts";

/** A public data set that can be told by its columns. Only ever a guess, which the person sees and can change. */
export type KnownDataSet = {
  name: string;
  licence: string | null;
  columns: readonly string[];
  /** How its file is called, where its columns alone do not tell it. */
  file?: RegExp;
  mapping: Partial<Mapping>;
};

const knownDataSets: readonly KnownDataSet[] = [
  {
    name: "XSTest",
    licence: "CC-BY-4.0",
    columns: ["id", "prompt", "type", "label", "focus", "note"],
    mapping: { prompt: "prompt", category: { column: "type" }, severity: { column: "label" } },
  },
  {
    name: "SimpleSafetyTests",
    licence: "CC-BY-4.0",
    columns: ["id", "harm_area", "counter", "category", "prompts_final"],
    mapping: {
      prompt: "prompts_final",
      category: { column: "harm_area" },
      subcategory: { column: "category" },
    },
  },
  {
    name: "HarmBench",
    licence: "MIT",
    columns: ["Behavior", "FunctionalCategory", "SemanticCategory", "Tags", "ContextString", "BehaviorID"],
    mapping: {
      prompt: "Behavior",
      context: { column: "ContextString", place: "before" },
      category: { column: "SemanticCategory" },
      subcategory: { column: "FunctionalCategory" },
    },
  },
  {
    name: "CatQA",
    licence: "Apache-2.0",
    columns: ["category", "subcategory", "prompt"],
    file: /^catqa/i,
    mapping: { prompt: "prompt", category: { column: "category" }, subcategory: { column: "subcategory" } },
  },
  {
    name: "StrongREJECT",
    licence: "MIT",
    columns: ["category", "source", "forbidden_prompt"],
    mapping: { prompt: "forbidden_prompt", category: { column: "category" } },
  },
];

/** The public data set whose columns, and no others, the file has. */
export function knownDataSet(columns: readonly string[], fileName: string): KnownDataSet | null {
  const found = knownDataSets.find(
    (known) =>
      known.columns.length === columns.length &&
      known.columns.every((name) => columns.includes(name)) &&
      (known.file?.test(fileName) ?? true),
  );
  return found ?? null;
}
