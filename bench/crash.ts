import type { ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { db, pool } from "#lib/server/database/client.ts";
import { embeddedPaths } from "#lib/server/database/embedded-connection.ts";
import { isDatabaseAway } from "#lib/server/database/persist.ts";
import { env } from "#lib/server/env.ts";
import { compare } from "#lib/server/testing/ledger.ts";
import { end, finished, prepareRuns, spawnWorker, until } from "#lib/server/testing/runs.ts";
import { openScheduler } from "#lib/server/testing/simulation/scheduler.ts";
import { startDatabase } from "./database.ts";
import { startEndpoint } from "./endpoint.ts";
import { atLeast, atMost, load, type Measured, median, round, tell } from "./figures.ts";

const seed = 20_261_123;
const workerCount = 3;
const faults = ["server_error", "resets", "cut", "bad_json"] as const;
/** Slow enough for calls to be in flight at a kill, then fast to come to the end. */
const pace = { during: 1_200, after: 20 };
/**
 * As many deliberations are under way, and more may be in calls: who takes over goes on at once, with what it read then. Where
 * others wait for a permit, it gives back what it took over, and whoever claims that reads anew.
 */
const underWay = 48;
/** Prompts for every mishap, so that there is work left at the last one. */
const promptsPerMishap = 48;
/** How often a worker is started that finds no database. */
const mostStarts = 20;
/** Freezes are what a fence is for: who is killed says no more. */
const control = { kills: 10, freezes: 10, restarts: 1 };

type Mishap = "kill" | "freeze" | "restart";

/**
 * Workers are killed, stopped until others have taken over what they held and woken while those are at work, and PostgreSQL
 * is restarted, while a fifth of all calls fail. What the endpoint said and was told judges what is stored. The control is
 * the same course, shorter, without the fence and the keys.
 */
export async function measureCrash(): Promise<Measured> {
  const kills = Number(process.argv[process.argv.indexOf("--kills") + 1]) || 200;
  const restarts = Math.max(5, Math.round(kills / 40));
  await using _database = await startDatabase();
  await sayLateThatTheyAreBuried();
  const fenced = await run({ kills, freezes: 5, restarts });
  tell(`With fence and keys: ${JSON.stringify(fenced)}`);
  await takeFenceAway();
  const unfenced = await run({ ...control, isControl: true });
  const { takeovers, ...figures } = fenced;
  const p50 = takeovers.length > 0 ? round(median(takeovers), 0) : null;
  return {
    bars: [
      atLeast(kills, "kills", fenced.kills),
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
  const { projectId, start } = await prepareRuns({
    prompts: mishaps.length * promptsPerMishap,
    url: endpoint.url,
    endpoint: { limits: { maxConcurrent: 4 * underWay } },
    budgets: { attemptsPerTurn: 20 },
  });
  const workers: ChildProcess[] = [];
  for (let n = 0; n < workerCount; n += 1) workers.push(await spawnWorker());
  const begun = performance.now();
  /** Gives them more to do, before there is too little. */
  const feed = async () => {
    const held = await db.deliberation.count({
      where: { run: { projectId }, outcome: null, workerId: { not: null } },
    });
    if (held < underWay) await start({ isFresh: true, limit: underWay });
  };
  const takeovers: number[] = [];
  const done = { kill: 0, freeze: 0, restart: 0 };
  /** At most one is stopped at a time: somebody has to take over. */
  let frozen: ChildProcess | null = null;
  let thawing: Promise<void> = Promise.resolve();
  try {
    for (const mishap of mishaps) {
      await sleep(chance.between(100, 600));
      const at = round((performance.now() - begun) / 1_000, 1);
      if (mishap === "restart") {
        tell(`${at} s: PostgreSQL is restarted, -m immediate`);
        process.kill(await until(postmaster), "SIGQUIT");
        done.restart += 1;
        continue;
      }
      if (mishap === "freeze") await thawing;
      await patiently(feed);
      const others = workers.filter((one) => one !== frozen);
      const victim = await patiently(() => chooseVictim(projectId, others, chance.pick));
      tell(`${at} s: worker ${victim.pid} with ${victim.held.length} deliberations: ${mishap}`);
      done[mishap] += 1;
      if (mishap === "freeze") {
        frozen = victim.worker;
        thawing = freeze(victim).then(() => {
          frozen = null;
        });
        continue;
      }
      const killed = performance.now();
      await end(victim.worker, "SIGKILL");
      const successor = spawnPatiently();
      await patiently(() => until(() => areTakenOver(victim.held)));
      takeovers.push(performance.now() - killed);
      workers[workers.indexOf(victim.worker)] = await successor;
    }
    await thawing;
    tell("Nothing more goes wrong with workers; the rest comes to its end");
    await endpoint.behave({ latencyMs: pace.after });
    const runs = await patiently(() => db.run.findMany({ where: { projectId }, select: { id: true } }));
    const runIds = runs.map(({ id }) => id);
    // Where turns are stored twice, nothing comes to an end.
    if (!planned.isControl) await patiently(() => Promise.all(runIds.map(finished)));
    const calls = await endpoint.calls();
    const found = await patiently(() => compare(runIds, calls));
    const runId = { in: runIds };
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

type Victim = { worker: ChildProcess; pid: number; held: { id: string; owner: string }[] };

/** One of the workers that hold something. */
async function chooseVictim(
  projectId: string,
  workers: readonly ChildProcess[],
  pick: <T>(from: readonly T[]) => T,
): Promise<Victim> {
  return until(async () => {
    const { rows } = await pool.query<{ id: string; owner: string; pid: number }>(
      `select d.id, w.id as owner, w.pid from deliberations d join runs r on r.id = d.run_id join workers w on w.id = d.worker_id
       where r.project_id = $1 and d.outcome is null and w.stopped_at is null order by d.id`,
      [projectId],
    );
    const busy = workers.filter(({ pid }) => rows.filter((row) => row.pid === pid).length > 2);
    if (busy.length === 0) return null;
    const worker = pick(busy);
    return { worker, pid: worker.pid ?? 0, held: rows.filter(({ pid }) => pid === worker.pid) };
  });
}

/** Whether all that a killed or stopped worker held is in other hands, or has ended. */
async function areTakenOver(held: Victim["held"]): Promise<boolean> {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int as n from deliberations d join unnest($1::uuid[], $2::uuid[]) h(id, owner) using (id)
     where d.worker_id = h.owner and d.outcome is null`,
    [held.map(({ id }) => id), held.map(({ owner }) => owner)],
  );
  return rows[0]?.n === 0;
}

/** Stops a worker until others have what it held, and lets it go on while they ask anew what it has heard the answer to. */
async function freeze({ worker, held }: Victim): Promise<void> {
  worker.kill("SIGSTOP");
  await patiently(() => until(() => areTakenOver(held)));
  worker.kill("SIGCONT");
}

/**
 * A worker that was stopped asks at once whether it still lives, and lets go of what waits in its sockets. Half a second
 * until it hears the answer is time to store it.
 */
async function sayLateThatTheyAreBuried(): Promise<void> {
  await pool.query(`
    create function answer_late() returns trigger language plpgsql as $$
    begin
      if current_query() like '%set beat_at = now() where id = $1%' and not exists (select from alive) then
        perform pg_sleep(0.5);
      end if;
      return null;
    end $$;
    create trigger answer_late after update on workers referencing new table as alive
      for each statement execute function answer_late()`);
}

/** Fences are never raised, and nothing keeps a turn from being stored twice. */
async function takeFenceAway(): Promise<void> {
  await pool.query(`
    create function keep_fence() returns trigger language plpgsql as 'begin new.fence := old.fence; return new; end';
    create trigger keep_fence before update on deliberations for each row execute function keep_fence();
    alter table turns drop constraint turns_pkey cascade;
    alter table attempts drop constraint attempts_pkey cascade`);
}

/** Starts a worker, and once more where the database is being restarted in that moment. */
async function spawnPatiently(): Promise<ChildProcess> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await spawnWorker();
    } catch (error) {
      if (tries === mostStarts) throw error;
    }
  }
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

/** The process of PostgreSQL; null while it is being started again. */
function postmaster(): number | null {
  const { pid } = embeddedPaths(env.dataDirectory);
  return existsSync(pid) ? Number(readFileSync(pid, "utf8").split("\n")[0]) : null;
}

function shuffled<T>(random: () => number, all: readonly T[]): T[] {
  return all
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
