import { nextStep } from "#lib/domain/deliberation/engine.ts";
import { seedFor } from "#lib/domain/deliberation/seed.ts";
import type { Ask } from "#lib/domain/deliberation/step.ts";
import { costAtMost } from "#lib/domain/endpoint/cost.ts";
import { endpointStrings } from "#lib/domain/strings/endpoint.ts";
import { pool } from "#lib/server/database/client.ts";
import { faultOf } from "./append.ts";
import { castFor } from "./cast.ts";
import { claimFromDead } from "./claim.ts";
import type { Held } from "./held.ts";
import type { Life } from "./life.ts";
import { prepare } from "./question.ts";
import type { RunAtHand } from "./runs-at-hand.ts";

/** Gives what the dead had left in their wallets back to the budgets, once all they held was taken over. */
export async function settleTheDead(): Promise<void> {
  await pool.query({
    name: "settle the dead",
    text: `
      with left_over as (
        delete from run_wallets w using workers k
        where k.id = w.worker_id and k.stopped_at is not null
          and not exists (select from deliberations d where d.worker_id = k.id and d.outcome is null)
        returning w.run_id, w.held_micros
      )
      update run_budgets b set held_micros = b.held_micros - s.held
      from (select run_id, sum(held_micros) as held from left_over group by run_id order by run_id) s
      where b.run_id = s.run_id`,
  });
}

/**
 * Takes over what the dead held. A call that may have been in flight becomes an attempt `lost`, costed as it was
 * reserved: it may have been billed, and nobody will ever know.
 */
export async function takeOver(
  life: Life,
  limit: number,
  runOf: (runId: string) => Promise<RunAtHand>,
): Promise<Held[]> {
  const orphans = await claimFromDead(life.workerId, limit, runOf);
  for (const { held, owner } of orphans) await recordLost(life, held, owner);
  return orphans.map(({ held }) => held);
}

/** Records the call that the worker who held it before may have been in. */
export async function recordLost(life: Life, held: Held, owner: string): Promise<void> {
  const step = callInFlight(held, life.clock.now());
  if (!step) return;
  const version = castFor(held, step);
  const row = {
    seq: step.seq,
    n: held.attempts + 1,
    endpointVersionId: version.id,
    fault: "lost" as const,
    detail: endpointStrings.faults.lost,
    retryAfterMs: null,
    raw: null,
    finishReason: null,
    warnings: null,
    tokensIn: null,
    tokensCached: null,
    tokensOut: null,
    costMicros: costAtMost(version, prepare(held, step, version).estimate),
    latencyMs: 0,
  };
  if (!(await life.store.append(held, row, null))) {
    held.leaving = "lost";
    return;
  }
  held.attempts += 1;
  held.faults.push(faultOf(row, row.fault));
  if (!held.run.hasCap) return;
  await life.wallets.inherit(held.run.id, owner, row.costMicros);
  held.spent += row.costMicros;
}

/** The call that its worker may have been in when it died; null where it was resting. */
function callInFlight(held: Held, now: number): Ask | null {
  const { run, turns, faults, id } = held;
  const step = nextStep({ ...run.plan, seed: seedFor(run.plan.seed, id) }, turns, faults);
  if (step.kind === "ask") return step;
  const isRested = step.kind === "wait" && step.for === "time" && held.lastAttemptEnded + step.ms < now;
  return isRested ? step.ask : null;
}
