import {
  type BaselineRecipe,
  type BeliefRecipe,
  type Budgets,
  type DeliberationRecipe,
  type EvaluationRecipe,
  type GradingRecipe,
  type Role,
  templateVersion,
} from "./recipe.ts";

const budgets: Budgets = {
  attemptsPerTurn: 8,
  largestOutputTokens: 8_192,
  tokensPerDeliberation: 250_000,
  callSeconds: 120,
  turnSeconds: 600,
  // A day: long enough for someone to find in the morning that a key expired overnight.
  deliberationSeconds: 86_400,
};

function role(key: string, name: string, temperature: number, maxOutputTokens: number): Role {
  return { key, name, instructions: null, sampling: { temperature, topP: null, maxOutputTokens } };
}

/** The recipe of arXiv 2505.21784: two agents in sequence, then an independent refiner. */
export const aidsafe: DeliberationRecipe = {
  kind: "deliberation",
  name: "AIDSAFE",
  templateVersion,
  decomposer: role("decomposer", "Decomposer", 0.3, 1_024),
  agents: [role("ada", "Ada", 0.7, 2_048), role("bo", "Bo", 0.7, 2_048)],
  refiner: role("refiner", "Refiner", 0.2, 4_096),
  fallback: null,
  rounds: 3,
  stopRule: "all_agree",
  policies: { use: "all", always: [] },
  budgets,
};

/** `LLM_ZS` of the same paper: one call that gives thoughts and response, to compare with. */
export const zeroShot: BaselineRecipe = {
  kind: "baseline",
  name: "Zero-shot baseline",
  templateVersion,
  agent: role("llm_zs", "LLM_ZS", 0.7, 2_048),
  fallback: null,
  budgets,
};

/** The auto-grader of the same paper: one judge, as steady as its endpoint lets it be. */
export const grading: GradingRecipe = {
  kind: "grading",
  name: "Grading",
  templateVersion,
  asks: "scores",
  judges: [role("judge", "Judge", 0, 4_096)],
  fallback: null,
  budgets,
};

/** Two judges who say which of two chains of thought is better, as the same paper compares its own with the baseline's. */
export const pairwise: GradingRecipe = {
  ...grading,
  name: "Pairwise grading",
  asks: "preference",
  judges: [role("judge-1", "Judge 1", 0, 1_024), role("judge-2", "Judge 2", 0, 1_024)],
};

/** The ear-whisperer of the same paper, which leaves its numbers open: these keep a prompt to 19 calls. */
export const beliefs: BeliefRecipe = {
  kind: "belief",
  name: "Belief augmentation",
  templateVersion,
  whisperer: role("whisperer", "Whisperer", 0.9, 1_024),
  target: role("target", "Target", 0.7, 2_048),
  scorer: role("scorer", "Scorer", 0, 1_024),
  fallback: null,
  rounds: 4,
  shown: 3,
  threshold: 0.8,
  margin: 0.4,
  samples: 3,
  pool: "prompt",
  budgets,
};

/** An endpoint's answers to evaluation prompts, as steady as it lets them be, and a judge who reads them. */
export const evaluation: EvaluationRecipe = {
  kind: "evaluation",
  name: "Evaluation",
  templateVersion,
  target: role("target", "Target", 0, 2_048),
  judge: role("judge", "Judge", 0, 1_024),
  fallback: null,
  budgets,
};

/** Recipes every project starts with, by the word the command line takes. */
export const builtInRecipes = {
  aidsafe,
  "zero-shot": zeroShot,
  grading,
  pairwise,
  beliefs,
  evaluation,
} as const;
