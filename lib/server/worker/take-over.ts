import { nextStep } from "#lib/domain/deliberation/engine.ts";
import { seedFor } from "#lib/domain/deliberation/seed.ts";
import type { Ask } from "#lib/domain/deliberation/step.ts";
import { costAtMost } from "#lib/domain/endpoint/cost.ts";
import { endpointStrings } from "#lib/domain/strings/endpoint.ts";
import { pool } from "#lib/server/database/client.ts";
import { faultOf } from "./append.ts";
import { castFor } from "./cast.ts";
import { claimFromDead, type Orphan } from "./claim.ts";
import type { Held } from "./held.ts";
import type { Life } from "./life.ts";
import { prepare } from "./question.ts";
import type { RunAtHand } from "./runs-at-hand.ts";

/**
 * Gives what the dead had left in their wallets back to the budgets, once all they held was taken over and their calls in
 * flight are on record.
 */
export async function settleTheDead(): Promise<void> {
  await pool.query({
    name: "settle the dead",
    text: `
      delete from run_wallets w using workers k
      where k.id = w.worker_id and k.stopped_at is not null
        and not exists (select from deliberations d where d.worker_id = k.id and d.outcome is null)
        and not exists (select from deliberations d where d.orphan_of = k.id and d.outcome is null)`,
  });
}

/** Takes over what the dead held. */
export async function takeOver(
  life: Life,
  limit: number,
  runOf: (runId: string) => Promise<RunAtHand>,
): Promise<Held[]> {
  return adopted(life, await claimFromDead(life, limit, runOf));
}

/**
 * Makes what was claimed this worker's own. A call that a dead worker may have been in becomes an attempt `lost`, costed as
 * it was reserved: it may have been billed, and nobody will ever know. What the wallet of the dead has no money for was not
 * called: it waited for money.
 */
export async function adopted(life: Life, claimed: readonly Orphan[]): Promise<Held[]> {
  const found: Held[] = [];
  for (const { held, deadId } of claimed) {
    if (deadId === null || (await recordLost(life, held, deadId))) found.push(held);
  }
  return found;
}

async function recordLost(life: Life, held: Held, deadId: string): Promise<boolean> {
  const row = lostCallOf(life, held);
  const cost = await life.wallets.inherit(held.run.id, () => life.store.appendLost(held, row, deadId));
  if (cost === null || row === null) return cost !== null;
  held.attempts += 1;
  held.faults.push(faultOf(row, row.fault));
  held.spent += cost;
  return true;
}

/** Null as well where what is stored leads to no step: who goes on with it finds that too, and puts it aside. */
function lostCallOf({ clock }: Life, held: Held) {
  try {
    return lostCall(held, clock.now());
  } catch {
    return null;
  }
}

function lostCall(held: Held, now: number) {
  const step = callInFlight(held, now);
  if (!step) return null;
  const version = castFor(held, step);
  return {
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
}

/** The call that its worker may have been in when it died; null where it was resting. */
function callInFlight(held: Held, now: number): Ask | null {
  const { run, turns, faults, id } = held;
  const step = nextStep({ ...run.plan, seed: seedFor(run.plan.seed, id) }, turns, faults);
  if (step.kind === "ask") return step;
  const isRested = step.kind === "wait" && step.for === "time" && held.lastAttemptEnded + step.ms < now;
  return isRested ? step.ask : null;
}
