import { pool } from "#lib/server/database/client.ts";
import type { Held } from "./held.ts";
import { type AttemptFact, type Claimed, recall, type TurnFact } from "./recall.ts";
import type { RunAtHand } from "./runs-at-hand.ts";

type Found = Claimed & { isNew: boolean };

const claimedColumns = `d.id, d.run_id as "runId", r.status as "runStatus", d.fence, d.priority, p.messages,
  (extract(epoch from now() - greatest(d.started_at, d.retried_at, r.resumed_at)) * 1000)::float8 as "begunAgo",
  (extract(epoch from now() - d.retried_at) * 1000)::float8 as "retriedAgo"`;

/**
 * Takes the leases of deliberations that nobody holds, and loads what is stored of them. What was taken, paused or
 * ended meanwhile is left out.
 *
 * @param runOf loads a run's plan, or remembers it
 */
export async function claim(
  workerId: string,
  ids: readonly string[],
  runOf: (runId: string) => Promise<RunAtHand>,
): Promise<Held[]> {
  const { rows } = await pool.query<Found>({
    name: "claim",
    text: `
      update deliberations d set worker_id = $1, fence = d.fence + 1, waiting_for = null,
        started_at = coalesce(d.started_at, now())
      from runs r, prompts p
      where d.id = any($2) and r.id = d.run_id and p.id = d.prompt_id and p.erasure_id is null
        and r.status in ('queued', 'running') and d.worker_id is null and d.outcome is null
      returning ${claimedColumns}, d.attempt_count = 0 as "isNew"`,
    values: [workerId, ids],
  });
  const queued = new Set(rows.filter((row) => row.runStatus === "queued").map((row) => row.runId));
  if (queued.size > 0) {
    await pool.query(
      `update runs set status = 'running', started_at = coalesce(started_at, now())
       where id = any($1) and status = 'queued'`,
      [[...queued]],
    );
  }
  return load(rows, runOf);
}

/**
 * Takes over what a dead worker held: raises the fence, so that it writes nothing if it comes back, and charges what
 * it spent to its own wallet.
 *
 * @returns with each the wallet's owner
 */
export async function claimFromDead(
  workerId: string,
  limit: number,
  runOf: (runId: string) => Promise<RunAtHand>,
): Promise<{ held: Held; owner: string }[]> {
  const { rows } = await pool.query<Found & { owner: string }>({
    name: "claim from dead",
    text: `
      with orphans as (
        select d.id, d.worker_id as owner from deliberations d join workers w on w.id = d.worker_id
        where d.outcome is null and d.worker_id is not null and w.stopped_at is not null
        order by d.id limit $2 for update of d skip locked
      ), mine as (
        update deliberations d set worker_id = $1, fence = d.fence + 1
        from orphans o, runs r, prompts p
        where d.id = o.id and r.id = d.run_id and p.id = d.prompt_id
        returning ${claimedColumns}, false as "isNew", o.owner
      )
      select * from mine`,
    values: [workerId, limit],
  });
  const held = await load(rows, runOf);
  return held.map((one) => ({ held: one, owner: rows.find((row) => row.id === one.id)?.owner ?? workerId }));
}

async function load(rows: readonly Found[], runOf: (runId: string) => Promise<RunAtHand>): Promise<Held[]> {
  const begun = rows.filter((row) => !row.isNew).map((row) => row.id);
  const [turns, attempts] =
    begun.length > 0 ? await Promise.all([turnsOf(begun), attemptsOf(begun)]) : [new Map(), new Map()];
  return Promise.all(
    rows.map(async (row) =>
      recall(
        row,
        await runOf(row.runId),
        turns.get(row.id) ?? [],
        attempts.get(row.id) ?? [],
        performance.now(),
      ),
    ),
  );
}

type Of<Fact> = Fact & { deliberationId: string };

async function turnsOf(ids: readonly string[]): Promise<Map<string, TurnFact[]>> {
  const { rows } = await pool.query<Of<TurnFact>>({
    name: "turns of",
    text: `select deliberation_id as "deliberationId", seq, stage, round, role, reply
      from turns where deliberation_id = any($1) order by deliberation_id, seq`,
    values: [ids],
  });
  return byDeliberation(rows);
}

/** Raw replies are only needed of those that could not be read: the next request shows the last of them. */
async function attemptsOf(ids: readonly string[]): Promise<Map<string, AttemptFact[]>> {
  const { rows } = await pool.query<Of<AttemptFact>>({
    name: "attempts of",
    text: `select deliberation_id as "deliberationId", seq, n, fault, fault_detail as detail,
        case when fault = 'bad_json' then raw end as raw, retry_after_ms as "retryAfterMs", latency_ms as "latencyMs",
        coalesce(tokens_in, 0) + coalesce(tokens_out, 0) as tokens,
        (extract(epoch from now() - created_at) * 1000)::float8 as ago
      from attempts where deliberation_id = any($1) order by deliberation_id, seq, n`,
    values: [ids],
  });
  return byDeliberation(rows);
}

function byDeliberation<Fact>(rows: readonly Of<Fact>[]): Map<string, Fact[]> {
  const found = new Map<string, Fact[]>();
  for (const { deliberationId, ...fact } of rows) {
    const facts = found.get(deliberationId) ?? [];
    facts.push(fact as Fact);
    found.set(deliberationId, facts);
  }
  return found;
}
