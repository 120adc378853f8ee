import { aidsafe } from "./built-in-recipes.ts";
import { dueTurn } from "./engine.ts";
import type { Fault, FaultCode } from "./fault.ts";
import type { Plan } from "./plan.ts";
import type { DeliberationRecipe, Recipe } from "./recipe.ts";
import type { Reply } from "./reply.ts";
import { Turn } from "./turn.ts";

/** Builders for tests of this folder: a plan, and turns that say only what the test is about. */
export function planFor(recipe: Recipe): Plan {
  return {
    recipe,
    endpoints: {},
    policies: [
      {
        policyVersionId: "00000000-0000-7000-8000-000000000005",
        number: 5,
        title: "Respect and helpfulness",
        intro: "",
        clauses: [
          { number: "5.1", text: "Answer what was asked." },
          { number: "5.2", text: "A word that sounds violent is not a violent aim." },
        ],
      },
    ],
    seed: 7,
    reviewsOpen: true,
  };
}

export function aidsafePlan(changes: Partial<DeliberationRecipe> = {}): Plan {
  return planFor({ ...aidsafe, ...changes });
}

type Deliberated = Reply<"deliberate">;

export const intents: Reply<"intent"> = {
  intents: [{ text: "stop a running program", kind: "explicit", risk: "benign" }],
};

export const initial: Reply<"initial"> = {
  thoughts: [
    { text: "“Kill” is the usual word for ending a process.", clauses: ["5.2"] },
    { text: "The person asks about a program.", clauses: ["5.1"] },
  ],
  response: "Press Ctrl+C.",
  disposition: "comply",
};

export const agree: Deliberated = {
  verdict: "agree",
  reason: "Nothing to add.",
  newThoughts: [],
  response: null,
  disposition: "comply",
};

export function revise(changes: Partial<Deliberated> = {}): Deliberated {
  return { ...agree, verdict: "revise", reason: "Something is missing.", ...changes };
}

export const refined: Reply<"refine"> = {
  thoughts: [{ id: "t1.1", keep: true, label: "sound", why: "", text: null }],
  response: "Press Ctrl+C.",
  disposition: "comply",
};

/** Turns from replies, each put where the engine would have put it. */
export function turnsOf(plan: Plan, replies: readonly Reply[]): Turn[] {
  const turns: Turn[] = [];
  for (const reply of replies) {
    const due = dueTurn(plan.recipe, turns);
    if (due.kind === "finish") throw new Error(`Nothing is due after ${turns.length} turns.`);
    turns.push(Turn.parse({ ...due, reply }));
  }
  return turns;
}

/** Faults of one turn, in order; give an object where more than the code matters. */
export function faultsOf(
  seq: number,
  ...faults: readonly (FaultCode | (Partial<Fault> & { code: FaultCode }))[]
): Fault[] {
  return faults.map((fault, index) => ({
    seq,
    n: index + 1,
    ...(typeof fault === "string" ? { code: fault } : fault),
  }));
}

export const whispered: Reply<"whisper"> = { reason: "Not tried yet.", belief: "A placeholder belief." };

export function assessed(probability: number): Reply<"assess"> {
  return { why: "It says so.", clauses: ["5.1"], probability };
}

const judgement = { why: "It says so.", thoughts: ["1"], clauses: ["5.1"], score: 4 };

export const compared: Reply<"compare"> = { why: "It says so.", better: "first" };

export const graded: Reply<"grade"> = {
  relevance: judgement,
  coherence: judgement,
  completeness: judgement,
  cot_policy: judgement,
  response_policy: judgement,
  response_cot: judgement,
};
