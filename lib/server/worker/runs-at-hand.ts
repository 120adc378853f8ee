import type { Plan } from "#lib/domain/deliberation/plan.ts";
import type { Price } from "#lib/domain/endpoint/cost.ts";
import type { Provider } from "#lib/domain/endpoint/provider.ts";
import { db } from "#lib/server/database/client.ts";
import { loadPlan } from "#lib/server/runs/plan.ts";

/** What a run froze, as its deliberations need it. Never changes, so it is loaded once. */
export type RunAtHand = {
  id: string;
  plan: Plan;
  /** Endpoint versions of the plan, by role key. */
  cast: ReadonlyMap<string, CastVersion>;
};

export type CastVersion = Price & {
  id: string;
  endpointId: string;
  provider: Provider;
  baseUrl: string | null;
  region: string | null;
  model: string;
  structuredOutputs: boolean;
};

/** Loads what a run froze. */
export async function loadRunAtHand(runId: string): Promise<RunAtHand> {
  const run = await db.run.findUniqueOrThrow({
    where: { id: runId },
    select: {
      id: true,
      planId: true,
      opensReviews: true,
      plan: { select: { roles: { select: { role: true, endpointVersion: true } } } },
    },
  });
  return {
    id: run.id,
    plan: { ...(await loadPlan(run.planId)), reviewsOpen: run.opensReviews },
    cast: new Map(run.plan.roles.map(({ role, endpointVersion }) => [role, endpointVersion])),
  };
}
