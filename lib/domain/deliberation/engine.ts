import type { Fault } from "./fault.ts";
import type { Plan } from "./plan.ts";
import type { DeliberationRecipe, Recipe } from "./recipe.ts";
import { retry } from "./retry.ts";
import { agreements } from "./state.ts";
import type { Due, Finish, Step } from "./step.ts";
import type { Turn } from "./turn.ts";

/**
 * What happens next, given all that was said and every call that failed since. Reads no clock, database or
 * model, so a deliberation whose worker died resumes by asking again with what was stored.
 *
 * @param turns all accepted turns, in order of seq
 * @param faults attempts that gave no turn, in order; those made for an earlier seq have no say
 */
export function nextStep(plan: Plan, turns: readonly Turn[], faults: readonly Fault[]): Step {
  const next = dueTurn(plan.recipe, turns);
  return next.kind === "finish" ? next : retry(plan, next, faults);
}

/** The turn that comes next if every call succeeds, or the end. */
export function dueTurn(recipe: Recipe, turns: readonly Turn[]): Due | Finish {
  const seq = turns.length;
  switch (recipe.kind) {
    case "baseline":
      return seq === 0
        ? { kind: "due", seq, stage: "baseline", round: null, role: recipe.agent.key }
        : { kind: "finish", outcome: "completed", reason: null };
    case "deliberation":
      return dueInDeliberation(recipe, turns);
  }
}

function dueInDeliberation(recipe: DeliberationRecipe, turns: readonly Turn[]): Due | Finish {
  const seq = turns.length;
  const speakers = speakingOrder(recipe);
  if (seq === 0) return { kind: "due", seq, stage: "intent", round: null, role: recipe.decomposer.key };
  if (seq === 1) return { kind: "due", seq, stage: "initial", round: null, role: speakers.at(-1) ?? "" };

  const outcome = deliberated(recipe, turns);
  if (outcome === null) {
    const spoken = seq - 2;
    const round = Math.floor(spoken / speakers.length) + 1;
    return { kind: "due", seq, stage: "deliberate", round, role: speakers[spoken % speakers.length] ?? "" };
  }
  if (recipe.refiner && turns.at(-1)?.stage !== "refine") {
    return { kind: "due", seq, stage: "refine", round: null, role: recipe.refiner.key };
  }
  return { kind: "finish", outcome, reason: null };
}

/** Role keys in the order of a round: the first agent wrote the initial turn, so it speaks last. */
function speakingOrder({ agents: [first, ...others] }: DeliberationRecipe): string[] {
  return [...others, ...(first ? [first] : [])].map((agent) => agent.key);
}

/** How the deliberate stage has just ended, or `null` while it goes on. */
function deliberated(
  recipe: DeliberationRecipe,
  turns: readonly Turn[],
): "consensus" | "rounds_spent" | null {
  const agreed = agreements(recipe, turns);
  const size = recipe.agents.length;
  const roundIsComplete = agreed.length > 0 && agreed.length % size === 0;
  const consensus =
    recipe.stopRule === "any_agrees" ? agreed.at(-1) : roundIsComplete && agreed.slice(-size).every(Boolean);
  if (consensus) return "consensus";
  return agreed.length >= recipe.rounds * size ? "rounds_spent" : null;
}
