import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Actor } from "#lib/domain/access/actions.ts";
import { aidsafe } from "#lib/domain/deliberation/built-in-recipes.ts";
import { type Budgets, type Recipe, rolesOf } from "#lib/domain/deliberation/recipe.ts";
import type { NewEndpoint } from "#lib/domain/endpoint/endpoint.ts";
import type { NewRun } from "#lib/domain/run/new-run.ts";
import { db, pool } from "#lib/server/database/client.ts";
import { createEndpoint } from "#lib/server/endpoints/create.ts";
import { root } from "#lib/server/env.ts";
import { createProject } from "#lib/server/projects/create.ts";
import { startRun } from "#lib/server/runs/start.ts";

/** Who holds the database may do everything. */
export const operator = { kind: "operator" } as const;

let made = 0;

/** A project with prompts, an endpoint, and a recipe whose budgets suit a test. */
export async function prepareRuns({
  prompts,
  url,
  budgets = {},
  endpoint = {},
  version = {},
  fallback,
  categories = [],
}: {
  prompts: number;
  url: string;
  /** Where the recipe's fallback is asked; none by default. */
  fallback?: string;
  /** Given to the prompts in turn. */
  categories?: readonly string[];
  budgets?: Partial<Budgets>;
  endpoint?: Partial<NewEndpoint>;
  version?: Partial<NewEndpoint["version"]>;
}) {
  made += 1;
  const { id: projectId, slug } = await createProject(operator, { name: `Runs ${made}` });
  await db.prompt.createMany({
    data: Array.from({ length: prompts }, (_, index) => ({
      ...promptRow(projectId, index + 1),
      category: categories[index % categories.length] ?? null,
    })),
  });
  await db.project.update({ where: { id: projectId }, data: { lastPromptNumber: prompts } });
  const { id: endpointId } = await createEndpoint(operator, {
    name: `Fake ${made}`,
    version: { baseUrl: url, model: "fake", structuredOutputs: true, ...version },
    limits: { maxConcurrent: 32 },
    projectIds: [projectId],
    ...endpoint,
  });
  const body = {
    ...aidsafe,
    name: "Test",
    fallback: fallback ? { key: "fallback", name: "Fallback", sampling: aidsafe.decomposer.sampling } : null,
    budgets: { ...aidsafe.budgets, ...budgets },
  };
  const recipe = await db.recipe.create({
    data: { projectId, name: "Test", versions: { create: { version: 1, kind: "deliberation", body } } },
    select: { versions: { select: { id: true } } },
  });
  const roles = Object.fromEntries(["decomposer", "ada", "bo", "refiner"].map((key) => [key, endpointId]));
  if (fallback) {
    const { id } = await createEndpoint(operator, {
      name: `Fallback ${made}`,
      version: { baseUrl: fallback, model: "second", structuredOutputs: true },
      projectIds: [projectId],
    });
    roles.fallback = id;
  }
  const start = ({
    isFresh = false,
    ...more
  }: {
    capMicros?: number;
    limit?: number;
    roles?: Record<string, string>;
    /** Only prompts that no run took yet. */
    isFresh?: boolean;
  } = {}) =>
    startRun(operator, {
      projectId,
      recipeVersionId: recipe.versions[0]?.id ?? "",
      prompts: { scope: isFresh ? "fresh" : "all", limit: more.limit ?? null },
      roles: { ...roles, ...more.roles },
      capMicros: more.capMicros ?? null,
    });
  return { projectId, slug, endpointId, start };
}

/** Starts a run of a project's recipe, on all prompts if not told which, all roles played by one endpoint. */
export async function startRecipe(
  projectId: string,
  endpointId: string,
  recipe: Recipe,
  {
    actor = operator,
    prompts = { scope: "all", limit: null },
    ...more
  }: { capMicros?: number; prompts?: NewRun["prompts"]; actor?: Actor } = {},
) {
  const version = await db.recipeVersion.findFirstOrThrow({
    where: { recipe: { projectId, name: recipe.name } },
    orderBy: { version: "desc" },
    select: { id: true },
  });
  return startRun(actor, {
    projectId,
    recipeVersionId: version.id,
    prompts,
    roles: Object.fromEntries(rolesOf(recipe).map(({ key }) => [key, endpointId])),
    ...more,
  });
}

function promptRow(projectId: string, number: number) {
  const text = `How do I kill process ${number}?`;
  return {
    projectId,
    number,
    text,
    messages: [{ role: "user", content: text }],
    contentHash: createHash("sha256").update(text).digest("hex"),
  };
}

/** Looks again and again until something is so. */
export async function until<T>(
  look: () => Promise<T | null | false | undefined> | T | null | false | undefined,
): Promise<T> {
  for (;;) {
    const found = await look();
    if (found) return found;
    await sleep(20);
  }
}

export function finished(runId: string) {
  return until(async () => {
    const run = await db.run.findUniqueOrThrow({ where: { id: runId } });
    return run.status === "finished" && run;
  });
}

/** A worker in a process of its own, which can be killed and stopped like one. */
export async function spawnWorker(environment: Record<string, string> = {}): Promise<ChildProcess> {
  const before = await db.worker.count();
  const worker = launchWorker(environment);
  try {
    await until(async () => {
      if (worker.exitCode !== null) throw new Error("The worker ended before it began.");
      return (await db.worker.count()) > before;
    });
  } catch (error) {
    worker.kill("SIGKILL");
    throw error;
  }
  return worker;
}

/** The same, whether it finds a database or not. */
export function launchWorker(environment: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [path.join(root, "scripts/worker.ts")], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", environment.LOG_LEVEL ? "pipe" : "inherit"],
  });
}

/** Ends a worker in good order, or at once. Says how long it took, in milliseconds. */
export async function end(worker: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<number> {
  const begun = performance.now();
  if (worker.exitCode === null && worker.signalCode === null) {
    const gone = once(worker, "exit");
    worker.kill(signal);
    await gone;
  }
  return performance.now() - begun;
}

/** How many deliberations of a run are in the hands of the worker with this process id. */
export async function heldBy(runId: string, { pid }: ChildProcess): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*)::int as n from deliberations d join workers w on w.id = d.worker_id
     where d.run_id = $1 and d.outcome is null and w.pid = $2`,
    [runId, pid],
  );
  return rows[0]?.n ?? 0;
}

/** Waits until a run is well under way, and answers the worker that holds most of it. */
export async function busiest(runId: string, workers: readonly ChildProcess[]): Promise<ChildProcess> {
  return until(async () => {
    const held = await Promise.all(workers.map((worker) => heldBy(runId, worker)));
    const most = Math.max(...held);
    return most > 2 && workers[held.indexOf(most)];
  });
}

/** Whether another worker has taken over what a dead or stopped one held. */
export async function isTakenOver(runId: string): Promise<boolean> {
  return (await db.attempt.count({ where: { fault: "lost", deliberation: { runId } } })) > 0;
}
