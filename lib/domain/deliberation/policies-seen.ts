import type { Plan, PlannedPolicy } from "./plan.ts";
import type { Recipe } from "./recipe.ts";
import type { Turn } from "./turn.ts";

/** The policies of a plan, parted by whether the agents after the intent stage see them. */
type PoliciesSeen = {
  seen: readonly PlannedPolicy[];
  leftOut: readonly PlannedPolicy[];
};

/** Whether the decomposer chooses the policies: it is then shown what each is about, and no clauses. */
export function choosesPolicies(recipe: Recipe): boolean {
  return recipe.kind === "deliberation" && recipe.policies.use === "relevant";
}

/**
 * What the stages after the intent stage see. It follows from the first turn alone, so it is the same for all of
 * them. A decomposer that names no policy there is has not chosen: then nothing is left out.
 */
export function policiesSeen(
  { recipe, policies }: Pick<Plan, "recipe" | "policies">,
  turns: readonly Turn[],
): PoliciesSeen {
  const intent = turns.find((turn) => turn.stage === "intent");
  const named = policies.filter(({ number }) => intent?.reply.policies?.includes(number));
  if (recipe.kind !== "deliberation" || recipe.policies.use === "all" || named.length === 0) {
    return { seen: policies, leftOut: [] };
  }
  const { always } = recipe.policies;
  const isSeen = (policy: PlannedPolicy) => named.includes(policy) || always.includes(policy.number);
  return { seen: policies.filter(isSeen), leftOut: policies.filter((policy) => !isSeen(policy)) };
}
