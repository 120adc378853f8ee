import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { db, pool } from "#lib/server/database/client.ts";
import { embeddedPaths } from "#lib/server/database/embedded-connection.ts";
import { isDatabaseAway } from "#lib/server/database/persist.ts";
import { env } from "#lib/server/env.ts";
import { compare } from "#lib/server/testing/ledger.ts";
import { end, finished, prepareRuns, spawnWorker, until } from "#lib/server/testing/runs.ts";
import { openScheduler } from "#lib/server/testing/simulation/scheduler.ts";
import type { Measured } from "./bench.ts";
import { startDatabase } from "./database.ts";
import { startEndpoint } from "./endpoint.ts";
import { atLeast, atMost, load, median, round, tell } from "./figures.ts";

const seed = 20_261_123;
const workerCount = 3;
const faults = ["server_error", "resets", "cut", "bad_json"] as const;
/** Slow enough for calls to be in flight at a kill, then fast to come to the end. */
const pace = { during: 400, after: 20 };
const frozenMs = 6_000;
/** Prompts for every mishap, so that there is work left at the last one. */
const promptsPerMishap = 12;

type Mishap = "kill" | "freeze" | "restart";

/**
 * Workers are killed, stopped past their lease and woken, and PostgreSQL is restarted, while a fifth of all calls fail. What
 * the endpoint said and was told judges what is stored. The control is the same course without the fence and the keys.
 */
export async function measureCrash(): Promise<Measured> {
  const kills = Number(process.argv[process.argv.indexOf("--kills") + 1]) || 200;
  const restarts = Math.max(5, Math.round(kills / 40));
  await using _database = await startDatabase();
  const fenced = await run({ kills, freezes: 5, restarts });
  await takeFenceAway();
  const unfenced = await run({ kills: 10, freezes: 10, restarts: 0, isControl: true });
  const { takeovers, ...figures } = fenced;
  const p50 = takeovers.length > 0 ? round(median(takeovers), 0) : null;
  return {
    bars: [
      atMost(0, "acknowledged turns lost", fenced.lost),
      atMost(0, "turns doubled", fenced.doubled),
      atMost(0, "turns that nobody said", fenced.invented),
      atMost(5_000, "take-over of all that a killed worker held, p50 in ms", p50),
      atLeast(1, "turns doubled by the control, without fence and keys", unfenced.doubled),
    ],
    figures: {
      seed,
      ...figures,
      takeoverMs: { p50, max: round(Math.max(...takeovers), 0), n: takeovers.length },
      withoutFence: { ...unfenced, takeovers: undefined },
      load: load(),
    },
  };
}

async function run(planned: { kills: number; freezes: number; restarts: number; isControl?: boolean }) {
  await using endpoint = await startEndpoint({
    latencyMs: pace.during,
    faultShare: 0.2,
    faults,
    moreBytes: 0,
  });
  const chance = openScheduler(seed);
  const mishaps = shuffled(chance.random, [
    ...Array<Mishap>(planned.kills).fill("kill"),
    ...Array<Mishap>(planned.freezes).fill("freeze"),
    ...Array<Mishap>(planned.restarts).fill("restart"),
  ]);
  const { start } = await prepareRuns({
    prompts: mishaps.length * promptsPerMishap,
    url: endpoint.url,
    endpoint: { limits: { maxConcurrent: 24 } },
    budgets: { attemptsPerTurn: 20 },
  });
  const workers: ChildProcess[] = [];
  for (let n = 0; n < workerCount; n += 1) workers.push(await spawnWorker());
  const begun = performance.now();
  const { id: runId } = await start();
  const takeovers: number[] = [];
  const done = { kill: 0, freeze: 0, restart: 0 };
  const frozen = new Set<ChildProcess>();
  try {
    for (const mishap of mishaps) {
      await sleep(chance.between(100, 600));
      const at = round((performance.now() - begun) / 1_000, 1);
      if (mishap === "restart") {
        tell(`${at} s: PostgreSQL is restarted, -m immediate`);
        process.kill(postmaster(), "SIGQUIT");
        done.restart += 1;
        continue;
      }
      const victim = await patiently(() =>
        chooseVictim(
          runId,
          workers.filter((one) => !frozen.has(one)),
          chance.pick,
        ),
      );
      if (victim === "over") break;
      tell(`${at} s: worker ${victim.pid} with ${victim.held.length} deliberations: ${mishap}`);
      done[mishap] += 1;
      if (mishap === "freeze") {
        frozen.add(victim.worker);
        void freeze(victim.worker).then(() => frozen.delete(victim.worker));
        continue;
      }
      const killed = performance.now();
      await end(victim.worker, "SIGKILL");
      const successor = patiently(() => spawnWorker());
      // Fences that are never raised do not show when.
      if (!planned.isControl) {
        await patiently(() => until(() => areTakenOver(victim.held)));
        takeovers.push(performance.now() - killed);
      }
      workers[workers.indexOf(victim.worker)] = await successor;
    }
    tell("Nothing more goes wrong with workers; the rest comes to its end");
    await endpoint.behave({ latencyMs: pace.after });
    if (!planned.isControl) await patiently(() => finished(runId));
    const calls = await endpoint.calls();
    const found = await compare(runId, calls);
    const [attempts, turns, lostCalls] = await Promise.all([
      db.attempt.count({ where: { deliberation: { runId } } }),
      db.turn.count({ where: { deliberation: { runId } } }),
      db.attempt.count({ where: { deliberation: { runId }, fault: "lost" } }),
    ]);
    const outcomes = await db.deliberation.groupBy({ by: ["outcome"], where: { runId }, _count: true });
    const callsPerTurn = round(calls.length / turns);
    return {
      ...found,
      ...{ kills: done.kill, freezes: done.freeze, restarts: done.restart },
      ...{ turns, attempts, lostCalls, calls: calls.length, waste: round(attempts / turns), callsPerTurn },
      outcomes: Object.fromEntries(outcomes.map(({ outcome, _count }) => [outcome ?? "open", _count])),
      seconds: round((performance.now() - begun) / 1_000, 0),
      takeovers,
    };
  } finally {
    await Promise.all(workers.map((worker) => end(worker, "SIGKILL")));
  }
}

type Victim = { worker: ChildProcess; pid: number; held: { id: string; fence: number }[] };

/** One of the workers that hold something. */
async function chooseVictim(
  runId: string,
  workers: readonly ChildProcess[],
  pick: <T>(from: readonly T[]) => T,
): Promise<Victim | "over"> {
  return until(async () => {
    const { status } = await db.run.findUniqueOrThrow({ where: { id: runId }, select: { status: true } });
    if (status === "finished") return "over";
    const { rows } = await pool.query<{ id: string; fence: number; pid: number }>(
      `select d.id, d.fence, w.pid from deliberations d join workers w on w.id = d.worker_id
       where d.run_id = $1 and d.outcome is null and w.stopped_at is null order by d.id`,
      [runId],
    );
    const busy = workers.filter(({ pid }) => rows.filter((row) => row.pid === pid).length > 2);
    if (busy.length === 0) return null;
    const worker = pick(busy);
    return { worker, pid: worker.pid ?? 0, held: rows.filter(({ pid }) => pid === worker.pid) };
  });
}

/** Whether all that a killed worker held is in other hands, or has ended. */
async function areTakenOver(held: Victim["held"]): Promise<boolean> {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int as n from deliberations d join unnest($1::uuid[], $2::int[]) h(id, fence) using (id)
     where d.fence = h.fence and d.worker_id is not null and d.outcome is null`,
    [held.map(({ id }) => id), held.map(({ fence }) => fence)],
  );
  return rows[0]?.n === 0;
}

/** Stops a worker for longer than it may be silent, and lets it go on. */
async function freeze(worker: ChildProcess): Promise<void> {
  worker.kill("SIGSTOP");
  await sleep(frozenMs);
  worker.kill("SIGCONT");
}

/** Fences are never raised, and nothing keeps a turn from being stored twice. */
async function takeFenceAway(): Promise<void> {
  await pool.query(`
    create function keep_fence() returns trigger language plpgsql as 'begin new.fence := old.fence; return new; end';
    create trigger keep_fence before update on deliberations for each row execute function keep_fence();
    alter table turns drop constraint turns_pkey cascade;
    alter table attempts drop constraint attempts_pkey cascade`);
}

/** Looks again where the database is being restarted. */
async function patiently<T>(look: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      await sleep(100);
    }
  }
}

function postmaster(): number {
  return Number(readFileSync(embeddedPaths(env.dataDirectory).pid, "utf8").split("\n")[0]);
}

function shuffled<T>(random: () => number, all: readonly T[]): T[] {
  return all
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
