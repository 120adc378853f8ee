import { z } from "zod";
import type { Stage } from "./stage.ts";

/** The kinds a project may hold. Only those with a body in `Recipe` can be run. */
export const recipeKinds = ["deliberation", "baseline", "grading", "belief", "evaluation"] as const;

export type RecipeKind = (typeof recipeKinds)[number];

/** Which set of prompt templates a recipe was written for; see `templates.ts`. */
export const templateVersion = 1;

/** `null` leaves the choice to the endpoint: some models refuse to be told. */
const Sampling = z.strictObject({
  temperature: z.number().min(0).max(2).nullable(),
  topP: z.number().gt(0).max(1).nullable(),
  maxOutputTokens: z.int().min(64).max(200_000),
});

/** A part in the deliberation. A plan says which endpoint plays it. */
const Role = z.strictObject({
  /** Identity within the recipe. */
  key: z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/, "Use lower-case letters, digits, - and _, at most 40."),
  /** What people read. */
  name: z.string().trim().min(1).max(40),
  /** Added to the instructions of the stage. */
  instructions: z.string().trim().max(8_000).nullable().default(null),
  sampling: Sampling,
});

export type Role = z.infer<typeof Role>;

/** Answers in the place of a role that refused the task twice, with that role's name and instructions. */
const Fallback = Role.omit({ instructions: true }).nullable().default(null);

const Budgets = z.strictObject({
  /** Calls that one turn may cost, not counting those that the endpoint turned away. */
  attemptsPerTurn: z.int().min(1).max(20),
  /** How far the output limit may be raised after a reply was cut off by it; at or below a role's own, never. */
  largestOutputTokens: z.int().min(64).max(200_000),
  /** Input and output together, over all attempts. */
  tokensPerDeliberation: z.int().min(1_000),
  callSeconds: z.int().min(1).max(3_600),
  /** Time in calls for one turn; waiting does not count. */
  turnSeconds: z.int().min(1).max(86_400),
  /** From the start to the end, waiting included. */
  deliberationSeconds: z
    .int()
    .min(1)
    .max(30 * 86_400),
});

export type Budgets = z.infer<typeof Budgets>;

/** Which policies the agents see after the intent stage; see `policies-seen.ts`. */
const PolicyChoice = z.strictObject({
  /** `relevant`: those that the decomposer names for the prompt. */
  use: z.enum(["all", "relevant"]),
  /** Numbers of policies that are seen whatever it names; a number that a project lacks does not matter. */
  always: z.array(z.int().min(1)).max(50).default([]),
});

const common = {
  name: z.string().trim().min(1).max(80),
  templateVersion: z.literal(templateVersion),
  budgets: Budgets,
};

const DeliberationRecipe = z.strictObject({
  kind: z.literal("deliberation"),
  ...common,
  decomposer: Role,
  /** The first writes the initial turn and speaks last in each round. */
  agents: z.array(Role).min(2).max(5),
  /** `null` leaves the last state of the deliberation as its result. */
  refiner: Role.nullable(),
  fallback: Fallback,
  rounds: z.int().min(1).max(10),
  stopRule: z.enum(["any_agrees", "all_agree"]),
  policies: PolicyChoice.default({ use: "all", always: [] }),
});

const BaselineRecipe = z.strictObject({
  kind: z.literal("baseline"),
  ...common,
  agent: Role,
  fallback: Fallback,
});

/** A portable recipe: names roles, not endpoints. Stored as the body of a recipe version. */
export const Recipe = z
  .discriminatedUnion("kind", [DeliberationRecipe, BaselineRecipe])
  .superRefine((recipe, context) => {
    const keys = rolesOf(recipe).map((role) => role.key);
    const twice = keys.find((key, index) => keys.indexOf(key) !== index);
    if (twice)
      context.addIssue({ code: "custom", message: `Two roles have the key ${twice}. Give each its own.` });
  });

export type Recipe = z.infer<typeof Recipe>;
export type DeliberationRecipe = z.infer<typeof DeliberationRecipe>;
export type BaselineRecipe = z.infer<typeof BaselineRecipe>;

/** A role with the stages that it speaks in. */
export type CastRole = Role & { stages: readonly Stage[] };

/** All roles of a recipe, in the order in which they first speak, the fallback last: what a plan needs an endpoint for. */
export function rolesOf(recipe: DeliberationRecipe | BaselineRecipe): CastRole[] {
  const speakers = speakersOf(recipe);
  if (recipe.fallback === null) return speakers;
  const stages = [...new Set(speakers.flatMap((role) => role.stages))];
  return [...speakers, { ...recipe.fallback, instructions: null, stages }];
}

/** Who answers when a role is asked: the role itself, or the fallback in its place. */
export function answererOf(recipe: Recipe, { role, by }: { role: string; by: Answerer }): CastRole {
  const key = by === "fallback" ? recipe.fallback?.key : role;
  const answerer = rolesOf(recipe).find((one) => one.key === key);
  if (!answerer) throw new Error(`The recipe ${recipe.name} has no role ${key ?? by}.`);
  return answerer;
}

export type Answerer = "role" | "fallback";

function speakersOf(recipe: DeliberationRecipe | BaselineRecipe): CastRole[] {
  if (recipe.kind === "baseline") return [{ ...recipe.agent, stages: ["baseline"] }];
  const [first, ...others] = recipe.agents;
  return [
    { ...recipe.decomposer, stages: ["intent"] },
    ...(first ? [{ ...first, stages: ["initial", "deliberate"] as const }] : []),
    ...others.map((agent) => ({ ...agent, stages: ["deliberate"] as const })),
    ...(recipe.refiner ? [{ ...recipe.refiner, stages: ["refine"] as const }] : []),
  ];
}
