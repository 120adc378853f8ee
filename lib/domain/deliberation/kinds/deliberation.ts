import { type DeliberationRecipe, nameOfRole } from "#lib/domain/deliberation/recipe.ts";
import { resultOf } from "#lib/domain/deliberation/result.ts";
import { agreements, currentThoughts, stateAfter } from "#lib/domain/deliberation/state.ts";
import type { Due, Finish } from "#lib/domain/deliberation/step.ts";
import { preamble } from "#lib/domain/deliberation/templates.ts";
import type { Thought } from "#lib/domain/deliberation/thoughts.ts";
import type { Turn } from "#lib/domain/deliberation/turn.ts";
import type { Kind } from "./kind.ts";

/** Intent, initial, rounds of agents in sequence, then an independent refiner. */
export const deliberation: Kind<DeliberationRecipe> = {
  preamble,
  due,
  inputs(recipe, _, turns, step) {
    const { intents, thoughts, response, disposition } = stateAfter(recipe, turns);
    switch (step.stage) {
      case "initial":
        return { intents };
      case "deliberate": {
        const standing = { thoughts: currentThoughts(thoughts).map(shown), response, disposition };
        return { intents, ...standing, you: nameOfRole(recipe, step.role), round: step.round };
      }
      case "refine":
        return { intents, thoughts: withSuccessors(thoughts), response, disposition };
      default:
        return {};
    }
  },
  gives(recipe, _, turns) {
    const result = resultOf(recipe, turns);
    return result && { kind: "revision", result };
  },
};

function due(recipe: DeliberationRecipe, turns: readonly Turn[]): Due | Finish {
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

function shown({ id, text, clauses }: Thought) {
  return { id, text, clauses };
}

function withSuccessors(thoughts: readonly Thought[]) {
  return thoughts.map((thought) => {
    const replacedBy = thoughts.filter(({ from }) => from.includes(thought.id)).map(({ id }) => id);
    return replacedBy.length === 0 ? shown(thought) : { ...shown(thought), replacedBy };
  });
}
