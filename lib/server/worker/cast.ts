import { type Answerer, answererOf } from "#lib/domain/deliberation/recipe.ts";
import type { Held } from "./held.ts";
import type { CastVersion } from "./runs-at-hand.ts";

/** The endpoint version that answers when a role is asked. */
export function castFor({ run }: Held, asked: { role: string; by: Answerer }): CastVersion {
  const { key } = answererOf(run.plan.recipe, asked);
  const version = run.cast.get(key);
  if (!version) throw new Error(`The plan of run ${run.id} has no endpoint for ${key}.`);
  return version;
}

/** Milliseconds until the deliberation's own deadline. */
export function leftOf({ run, begun }: Held, now: number): number {
  const { deliberationSeconds } = run.plan.recipe.budgets;
  return Math.max(0, begun + deliberationSeconds * 1_000 - now);
}
