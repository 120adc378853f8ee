import type { Held } from "./held.ts";
import type { CastVersion } from "./runs-at-hand.ts";

/** The endpoint version that plays a role. */
export function castFor({ run }: Held, { role }: { role: string }): CastVersion {
  const version = run.cast.get(role);
  if (!version) throw new Error(`The plan of run ${run.id} has no endpoint for ${role}.`);
  return version;
}

/** Milliseconds until the deliberation's own deadline. */
export function leftOf({ run, begun }: Held): number {
  const { deliberationSeconds } = run.plan.recipe.budgets;
  return Math.max(0, begun + deliberationSeconds * 1_000 - performance.now());
}
