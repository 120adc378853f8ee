import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { root } from "#lib/server/env.ts";
import { end } from "#lib/server/testing/runs.ts";
import { turnsEach as deliberationTurns } from "./agents.ts";
import type { Done, Task } from "./contender.ts";
import { cpuOf } from "./cpu.ts";
import type { BenchDatabase } from "./database.ts";
import { type Behaviour, type Seen, startEndpoint } from "./endpoint.ts";
import { load } from "./figures.ts";

/** Who is measured: a module that exports `prepare`, and where it stores what was said; seven turns each if not given. */
export type Entry = { module: string; databaseUrl: string; turnsEach?: number };

/** What a contender needed, after a warm-up that does not count. Per turn but for `wallMs`. */
export type Need = {
  wallMs: number;
  clientMs: number;
  databaseMs: number;
  tableBytes: number;
  walBytes: number;
  askedBytes: number;
  load: number;
};

/** Takes so many prompts through all their turns with one contender, alone on the machine as far as this bench goes. */
export async function measure(
  database: BenchDatabase,
  { module, databaseUrl, turnsEach = deliberationTurns }: Entry,
  task: Pick<Task, "prompts" | "atOnce">,
  behaviour: Partial<Behaviour>,
): Promise<Need & Pick<Seen, "shared">> {
  await using endpoint = await startEndpoint(behaviour);
  const told: Task = { ...task, url: endpoint.url, databaseUrl };
  const child = fork(path.join(root, "bench/contender-process.ts"), [module, JSON.stringify(told)]);
  try {
    await heard(child);
    await database.checkpoint();
    const take = async () => ({
      client: cpuOf(child.pid ?? 0),
      database: database.cpuMs(),
      wal: await database.walBytes(),
      tables: await database.tableBytes(databaseUrl),
      asked: await endpoint.seen(),
    });
    const before = await take();
    child.send("go");
    const { wallMs, turns } = await heard<Done>(child);
    const after = await take();
    if (turns !== task.prompts * turnsEach) throw new Error(`${module} stored ${turns} turns.`);
    return {
      wallMs,
      clientMs: (after.client - before.client) / turns,
      databaseMs: (after.database - before.database) / turns,
      tableBytes: (after.tables - before.tables) / turns,
      walBytes: (after.wal - before.wal) / turns,
      askedBytes: after.asked.askedPerCall,
      load: load(),
      shared: after.asked.shared,
    };
  } finally {
    await end(child, "SIGKILL");
    await database.tidy(databaseUrl);
  }
}

/** The next message of a child. @throws Error if it ends instead */
async function heard<Message>(child: ReturnType<typeof fork>): Promise<Message> {
  const over = new AbortController();
  try {
    const [message] = await Promise.race([
      once(child, "message", { signal: over.signal }),
      once(child, "exit", { signal: over.signal }).then(() => {
        throw new Error(`${child.spawnargs.at(-2)} ended before it was done.`);
      }),
    ]);
    return message;
  } finally {
    over.abort();
  }
}
