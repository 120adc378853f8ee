import { pool } from "#lib/server/database/client.ts";
import { persist } from "#lib/server/database/persist.ts";
import { log } from "#lib/server/log.ts";
import { closeTogether } from "./close.ts";
import { giveBack, type Lease, untilLessTrouble } from "./give-back.ts";
import type { Held } from "./held.ts";
import type { Life } from "./life.ts";
import { type AttemptFact, type Claimed, recall, type TurnFact } from "./recall.ts";
import type { RunAtHand } from "./runs-at-hand.ts";
import { sharedPool } from "./shared-pool.ts";

/** What a life must tell of itself to claim something. */
type Claimer = Pick<Life, "workerId" | "signal" | "clock">;

/** Loads a run's plan, or remembers it. */
type RunOf = (runId: string) => Promise<RunAtHand>;

type Found = Claimed & { isNew: boolean; deadId?: string | null };

/** What was taken over, and the dead worker whose call, perhaps in flight, is not on record yet. */
export type Orphan = { held: Held; deadId: string | null };

/** SQL: when the project last had money again after a spent month, at the latest now: no deadline runs meanwhile. */
const moneyCameBack = `(
  select max(case when m.spent_at is null then m.reopened_at
    else least(now(), (m.month + interval '1 month') at time zone 'UTC') end)
  from project_months m where m.project_id = r.project_id)`;

/** SQL: what a judge reads of a revision; null where it was erased, which nobody can read. */
const judgedIn = (revisionId: string) => `(
  select jsonb_build_object('thoughts', v.thoughts, 'response', v.response, 'disposition', v.disposition)
  from revisions v where v.id = ${revisionId} and v.erasure_id is null)`;

const claimedColumns = `d.id, d.run_id as "runId", r.status as "runStatus", d.fence, d.priority, p.messages,
  ${judgedIn("d.subject_revision_id")} as judged, ${judgedIn("d.rival_revision_id")} as rival,
  (extract(epoch from now() - greatest(d.started_at, d.retried_at, r.resumed_at, ${moneyCameBack})) * 1000)::float8
    as "begunAgo",
  (extract(epoch from now() - d.retried_at) * 1000)::float8 as "retriedAgo"`;

/**
 * Takes the leases of deliberations that nobody holds, and loads what is stored of them. What was taken, paused or
 * ended meanwhile is left out.
 */
export async function claim(life: Claimer, ids: readonly string[], runOf: RunOf): Promise<Held[]> {
  const { rows } = await pool.query<Found>({
    name: "claim",
    text: `
      update deliberations d set worker_id = $1, fence = d.fence + 1, waiting_for = null,
        started_at = coalesce(d.started_at, now())
      from runs r, prompts p
      where d.id = any($2) and r.id = d.run_id and p.id = d.prompt_id and p.erasure_id is null
        and r.status in ('queued', 'running') and d.worker_id is null and d.outcome is null
      returning ${claimedColumns}, d.attempt_count = 0 as "isNew"`,
    values: [life.workerId, ids],
  });
  const queued = new Set(rows.filter((row) => row.runStatus === "queued").map((row) => row.runId));
  if (queued.size > 0) {
    await persist(life.signal, () =>
      pool.query(
        `update runs set status = 'running', started_at = coalesce(started_at, now())
       where id = any($1) and status = 'queued'`,
        [[...queued]],
      ),
    );
  }
  return load(life, rows, runOf);
}

/**
 * Takes over what a dead worker held: raises the fence, so that it writes nothing if it comes back, and charges what
 * it spent to its own wallet.
 */
export async function claimFromDead(life: Claimer, limit: number, runOf: RunOf): Promise<Orphan[]> {
  const { rows } = await pool.query<Found>({
    name: "claim from dead",
    text: `
      with orphans as (
        select d.id, d.worker_id as owner from deliberations d join workers w on w.id = d.worker_id
        where d.outcome is null and d.worker_id is not null and w.stopped_at is not null
        order by d.id limit $2 for update of d skip locked
      ), mine as (
        update deliberations d set worker_id = $1, fence = d.fence + 1, orphan_of = coalesce(d.orphan_of, o.owner)
        from orphans o, runs r, prompts p
        where d.id = o.id and r.id = d.run_id and p.id = d.prompt_id
        returning ${claimedColumns}, false as "isNew", d.orphan_of as "deadId"
      )
      select * from mine`,
    values: [life.workerId, limit],
  });
  return orphansIn(rows, await load(life, rows, runOf));
}

/**
 * Takes up what is this worker's according to the database alone.
 *
 * @param strays as they were seen: what has moved on since is left alone
 */
export async function claimStrays(
  life: Claimer,
  strays: readonly { id: string; fence: number }[],
  runOf: RunOf,
): Promise<Orphan[]> {
  if (strays.length === 0) return [];
  const { rows } = await pool.query<Found>({
    name: "claim strays",
    text: `
      update deliberations d set fence = d.fence + 1
      from runs r, prompts p
      where (d.id, d.fence) in (select * from unnest($2::uuid[], $3::int[])) and r.id = d.run_id and p.id = d.prompt_id
        and d.worker_id = $1 and d.outcome is null
      returning ${claimedColumns}, false as "isNew", d.orphan_of as "deadId"`,
    values: [life.workerId, strays.map(({ id }) => id), strays.map(({ fence }) => fence)],
  });
  return orphansIn(rows, await load(life, rows, runOf));
}

function orphansIn(rows: readonly Found[], all: readonly Held[]): Orphan[] {
  return all.map((held) => ({ held, deadId: rows.find(({ id }) => id === held.id)?.deadId ?? null }));
}

/** What was claimed is loaded however often the database goes away meanwhile. */
async function load(life: Claimer, rows: readonly Found[], runOf: RunOf): Promise<Held[]> {
  const { signal, clock } = life;
  const begun = rows.filter((row) => !row.isNew).map((row) => row.id);
  const [turns, attempts] =
    begun.length > 0
      ? await persist(signal, () => Promise.all([turnsOf(begun), attemptsOf(begun)]))
      : [new Map(), new Map()];
  const found = await Promise.all(
    rows.map(async (row) => {
      try {
        const run = await persist(signal, () => runOf(row.runId));
        const pool = await persist(signal, () => sharedPool(row.id, run.plan.recipe));
        const [said, called] = [turns.get(row.id) ?? [], attempts.get(row.id) ?? []];
        return recall({ ...row, pool }, run, said, called, clock.now());
      } catch (error) {
        await leaveUnread(life, { ...row, run: { id: row.runId } }, error);
        return null;
      }
    }),
  );
  return found.filter((held) => held !== null);
}

/** What makes no sense to this program keeps nobody from the rest. It is looked at again later; of a cancelled run, it ends. */
async function leaveUnread({ workerId, signal }: Claimer, lease: Lease, error: unknown): Promise<void> {
  if (signal.aborted) return;
  const { id, fence, run } = lease;
  log.error({ err: error, deliberation: id }, "A deliberation could not be taken up");
  if (await persist(signal, () => giveBack(workerId, lease, untilLessTrouble))) return;
  const end = { id, fence, outcome: "cancelled", reason: null, severity: null } as const;
  await persist(signal, () => closeTogether(workerId, run.id, [end]));
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
