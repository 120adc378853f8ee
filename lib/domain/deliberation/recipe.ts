import { z } from "zod";
import { recipeStrings } from "#lib/domain/strings/recipe.ts";
import type { Stage } from "./stage.ts";
import { storable } from "./storable.ts";

const { must } = recipeStrings;

const whole = (from: number, to: number, message: string) =>
  z.int(message).min(from, message).max(to, message);

const words = (longest: number, message: string) =>
  z
    .string(message)
    .overwrite((text) => storable(text).trim())
    .max(longest, message);

export const recipeKinds = ["deliberation", "baseline", "grading", "belief", "evaluation"] as const;

export type RecipeKind = (typeof recipeKinds)[number];

/** Which set of prompt templates a recipe was written for; see `templates.ts`. */
export const templateVersion = 1;

/** `null` leaves the choice to the endpoint: some models refuse to be told. */
const Sampling = z.strictObject({
  temperature: z.number(must.temperature).min(0, must.temperature).max(2, must.temperature).nullable(),
  topP: z.number(must.topP).gt(0, must.topP).max(1, must.topP).nullable(),
  maxOutputTokens: whole(64, 200_000, must.outputTokens),
});

/** A part in the deliberation. A plan says which endpoint plays it. */
const Role = z.strictObject({
  /** Identity within the recipe. */
  key: z.string(must.key).regex(/^[a-z][a-z0-9_-]{0,39}$/, must.key),
  /** What people read. */
  name: words(40, must.roleName).min(1, must.roleName),
  /** Added to the instructions of the stage. */
  instructions: words(8_000, must.instructions).nullable().default(null),
  sampling: Sampling,
});

export type Role = z.infer<typeof Role>;

/** Answers in the place of a role that refused the task twice, with that role's name and instructions. */
const Fallback = Role.omit({ instructions: true }).nullable().default(null);

const Budgets = z.strictObject({
  /** Calls that one turn may cost, not counting those that the endpoint turned away. */
  attemptsPerTurn: whole(1, 20, must.attempts),
  /** How far the output limit may be raised after a reply was cut off by it; at or below a role's own, never. */
  largestOutputTokens: whole(64, 200_000, must.outputTokens),
  /** Input and output together, over all attempts. */
  tokensPerDeliberation: whole(1_000, Number.MAX_SAFE_INTEGER, must.tokens),
  callSeconds: whole(1, 3_600, must.callSeconds),
  /** Time in calls for one turn; waiting does not count. */
  turnSeconds: whole(1, 86_400, must.turnSeconds),
  /** From the start to the end, waiting included. */
  deliberationSeconds: whole(1, 30 * 86_400, must.deliberationSeconds),
});

export type Budgets = z.infer<typeof Budgets>;

/** Which policies the agents see after the intent stage; see `policies-seen.ts`. */
const PolicyChoice = z.strictObject({
  /** `relevant`: those that the decomposer names for the prompt. */
  use: z.enum(["all", "relevant"], must.policies),
  /** Numbers of policies that are seen whatever it names; a number that a project lacks does not matter. */
  always: z
    .array(whole(1, 1_000_000, must.always), must.always)
    .max(50, must.always)
    .default([]),
});

/** How many speak side by side in a deliberation, and how many judge. */
export const agentCount = { fewest: 2, most: 5 } as const;
export const judgeCount = { fewest: 1, most: 3 } as const;

const cast = ({ fewest, most }: { fewest: number; most: number }, message: string) =>
  z.array(Role, message).min(fewest, message).max(most, message);

const common = {
  name: words(80, must.name).min(1, must.name),
  templateVersion: z.literal(templateVersion),
  budgets: Budgets,
};

const DeliberationRecipe = z.strictObject({
  kind: z.literal("deliberation"),
  ...common,
  decomposer: Role,
  /** The first writes the initial turn and speaks last in each round. */
  agents: cast(agentCount, must.agents),
  /** `null` leaves the last state of the deliberation as its result. */
  refiner: Role.nullable(),
  fallback: Fallback,
  rounds: whole(1, 10, must.rounds),
  stopRule: z.enum(["any_agrees", "all_agree"], must.stopRule),
  policies: PolicyChoice.default({ use: "all", always: [] }),
});

const BaselineRecipe = z.strictObject({
  kind: z.literal("baseline"),
  ...common,
  agent: Role,
  fallback: Fallback,
});

const GradingRecipe = z.strictObject({
  kind: z.literal("grading"),
  ...common,
  /** `preference`: which of two is better, each pair in both orders. */
  asks: z.enum(["scores", "preference"], must.asks).default("scores"),
  /** Each judges alone; none sees what another said. */
  judges: cast(judgeCount, must.judges),
  fallback: Fallback,
});

const share = z.number(must.share).min(0, must.share).max(1, must.share);

const BeliefRecipe = z.strictObject({
  kind: z.literal("belief"),
  ...common,
  /** Proposes beliefs that would lead the target to reason against the policies. */
  whisperer: Role,
  /** Answers the prompt with a belief before it. */
  target: Role,
  /** Says how probable it is that a chain of thought breaks a policy; sees no belief. */
  scorer: Role,
  fallback: Fallback,
  /** Beliefs tried on one prompt, at most. */
  rounds: whole(1, 10, must.rounds),
  /** How many of the best beliefs so far the whisperer is shown. */
  shown: whole(0, 5, must.shown),
  /** Probability of a violation at which no further belief is tried. */
  threshold: share,
  /** How much more probable a violation must be in the rejected chain of thought than in the selected one. */
  margin: share,
  /** Plain answers of the target to set against each other, best against worst: the naive control. None: no control. */
  samples: whole(0, 8, must.samples)
    .refine((n) => n !== 1, must.samples)
    .default(0),
  /** Whose best beliefs the whisperer is shown: those of the prompt, or also those that ended on other prompts of the run. */
  pool: z.enum(["prompt", "shared"], must.pool).default("prompt"),
});

const EvaluationRecipe = z.strictObject({
  kind: z.literal("evaluation"),
  ...common,
  /** Answers the prompt as it stands, without policies. */
  target: Role,
  /** Says whether the answer turns the request away, and whether it is safe. */
  judge: Role,
  /** Who answers in another's place is not evaluated. */
  fallback: z.null().default(null),
});

/** A portable recipe: names roles, not endpoints. Stored as the body of a recipe version. */
export const Recipe = z
  .discriminatedUnion("kind", [
    DeliberationRecipe,
    BaselineRecipe,
    GradingRecipe,
    BeliefRecipe,
    EvaluationRecipe,
  ])
  .superRefine((recipe, context) => {
    const roles = rolesOf(recipe);
    const key = firstTwice(roles.map((role) => role.key));
    const name = firstTwice(roles.map((role) => role.name));
    if (key) context.addIssue({ code: "custom", message: recipeStrings.sameKey(key) });
    if (name) context.addIssue({ code: "custom", message: recipeStrings.sameName(name) });
  });

function firstTwice(words: readonly string[]): string | undefined {
  return words.find((word, index) => words.indexOf(word) !== index);
}

export type Recipe = z.infer<typeof Recipe>;
export type DeliberationRecipe = z.infer<typeof DeliberationRecipe>;
export type BaselineRecipe = z.infer<typeof BaselineRecipe>;
export type GradingRecipe = z.infer<typeof GradingRecipe>;
export type BeliefRecipe = z.infer<typeof BeliefRecipe>;
export type EvaluationRecipe = z.infer<typeof EvaluationRecipe>;

/** A role with the stages that it speaks in. */
export type CastRole = Role & { stages: readonly Stage[] };

/** All roles of a recipe, in the order in which they first speak, the fallback last: what a plan needs an endpoint for. */
export function rolesOf(recipe: Recipe): CastRole[] {
  const speakers = speakersOf(recipe);
  if (recipe.fallback === null) return speakers;
  const stages = [...new Set(speakers.flatMap((role) => role.stages))];
  return [...speakers, { ...recipe.fallback, instructions: null, stages }];
}

/** Those who speak side by side: agents, the one agent of a baseline, judges, the three of a belief run, target and judge of an evaluation. A page gives each a hue by its place. */
export function agentsOf(recipe: Recipe): readonly Role[] {
  switch (recipe.kind) {
    case "deliberation":
      return recipe.agents;
    case "baseline":
      return [recipe.agent];
    case "grading":
      return recipe.judges;
    case "belief":
      return [recipe.whisperer, recipe.target, recipe.scorer];
    case "evaluation":
      return [recipe.target, recipe.judge];
  }
}

/** What people call a role; its key where the recipe has no such role. */
export function nameOfRole(recipe: Recipe, key: string): string {
  return rolesOf(recipe).find((role) => role.key === key)?.name ?? key;
}

/** Who answers when a role is asked: the role itself, or the fallback in its place. */
export function answererOf(recipe: Recipe, { role, by }: { role: string; by: Answerer }): CastRole {
  const key = by === "fallback" ? recipe.fallback?.key : role;
  const answerer = rolesOf(recipe).find((one) => one.key === key);
  if (!answerer) throw new Error(`The recipe ${recipe.name} has no role ${key ?? by}.`);
  return answerer;
}

export type Answerer = "role" | "fallback";

function speakersOf(recipe: Recipe): CastRole[] {
  if (recipe.kind === "baseline") return [{ ...recipe.agent, stages: ["baseline"] }];
  if (recipe.kind === "grading") {
    const stages = recipe.asks === "scores" ? (["grade"] as const) : (["compare"] as const);
    return recipe.judges.map((judge) => ({ ...judge, stages }));
  }
  if (recipe.kind === "belief") {
    return [
      { ...recipe.scorer, stages: ["assess"] },
      { ...recipe.whisperer, stages: ["whisper"] },
      { ...recipe.target, stages: recipe.samples > 0 ? ["sample", "believe"] : ["believe"] },
    ];
  }
  if (recipe.kind === "evaluation") {
    return [
      { ...recipe.target, stages: ["answer"] },
      { ...recipe.judge, stages: ["examine"] },
    ];
  }
  const [first, ...others] = recipe.agents;
  return [
    { ...recipe.decomposer, stages: ["intent"] },
    ...(first ? [{ ...first, stages: ["initial", "deliberate"] as const }] : []),
    ...others.map((agent) => ({ ...agent, stages: ["deliberate"] as const })),
    ...(recipe.refiner ? [{ ...recipe.refiner, stages: ["refine"] as const }] : []),
  ];
}
