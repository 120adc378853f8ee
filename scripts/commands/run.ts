import { setTimeout as pause } from "node:timers/promises";
import { gaveThoughts, outcomes } from "#lib/domain/deliberation/outcome.ts";
import { rolesOf } from "#lib/domain/deliberation/recipe.ts";
import { Refused } from "#lib/domain/errors.ts";
import { formatSpan } from "#lib/domain/run/format.ts";
import type { RunProgress } from "#lib/domain/run/view.ts";
import { db } from "#lib/server/database/client.ts";
import { loadRunProgress } from "#lib/server/runs/progress.ts";
import { startRun } from "#lib/server/runs/start.ts";
import {
  type Command,
  type Given,
  operator,
  optional,
  optionalCount,
  optionalDollars,
  required,
  WrongUsage,
} from "#scripts/command-line/command.ts";
import { ProgressBar } from "#scripts/command-line/progress.ts";
import { projectFor } from "#scripts/command-line/project.ts";
import { recipeFor } from "#scripts/command-line/recipe.ts";

const lookEveryMs = 500;

/** Starts a run and, with `--wait`, stays until it has ended, working itself where no worker lives. */
export const runCommand: Command = {
  name: "run",
  summary: "Deliberate on the prompts of a project.",
  words: [],
  options: {
    project: { type: "string" },
    recipe: { type: "string" },
    endpoint: { type: "string" },
    of: { type: "string" },
    limit: { type: "string" },
    cap: { type: "string" },
    wait: { type: "boolean" },
  },
  help: {
    project: "slug of the project",
    recipe: "aidsafe, baseline, a recipe's name, or a recipe file (aidsafe if not given)",
    endpoint: "name of the endpoint that plays all roles",
    of: "number of an earlier run: only its prompts; for a grading, what it gave",
    limit: "at most so many prompts",
    cap: "US dollars that it may spend, by the endpoint's price table",
    wait: "stay until all have ended",
  },
  async run(given) {
    const endpointName = required(given, "endpoint");
    const project = await projectFor(given);
    const recipe = await recipeFor(project.id, optional(given, "recipe") ?? "aidsafe");
    const endpoint = await db.endpoint.findUnique({ where: { name: endpointName }, select: { id: true } });
    if (!endpoint) throw new Refused("not_found", `There is no endpoint “${endpointName}”.`);
    const [of, limit] = [optionalCount(given, "of"), optionalCount(given, "limit")];
    const run = await startRun(operator, {
      projectId: project.id,
      recipeVersionId: recipe.versionId,
      prompts: of === null ? { scope: "all", limit } : { scope: "run", run: of, part: "all", limit },
      roles: Object.fromEntries(rolesOf(recipe.body).map(({ key }) => [key, endpoint.id])),
      capMicros: capGiven(given),
    });
    process.stderr.write(`Started run ${run.number} of ${project.slug}.\n`);
    if (given.options.wait !== true) {
      return { json: { run: run.number, status: "queued" }, text: `Run ${run.number} is queued.` };
    }
    const progress = await waitFor(run.id, given.signal);
    return { ...report(run.number, progress), failed: progress.status !== "finished" };
  },
};

function capGiven(given: Given): number | null {
  const micros = optionalDollars(given, "cap");
  if (micros === 0) throw new WrongUsage("--cap takes an amount above 0.");
  return micros;
}

async function waitFor(runId: string, signal: AbortSignal): Promise<RunProgress> {
  const bar = new ProgressBar("Deliberating");
  let progress = await loadRunProgress(operator, runId);
  // Loaded where it is needed: a worker brings the clients of all providers along.
  const worker =
    progress.workers === 0 ? await (await import("#lib/server/worker/worker.ts")).startWorker() : null;
  try {
    while (progress.status !== "finished" && progress.status !== "cancelled") {
      await pause(lookEveryMs, undefined, { signal });
      progress = await loadRunProgress(operator, runId);
      bar.show(ended(progress) / progress.subjects, standing(progress));
    }
    return progress;
  } finally {
    bar.end();
    await worker?.stop();
  }
}

function ended({ outcomes: counts }: RunProgress): number {
  return outcomes.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
}

function standing(progress: RunProgress): string {
  const done = `${ended(progress).toLocaleString("en")} of ${progress.subjects.toLocaleString("en")}`;
  return progress.etaSeconds === null ? done : `${done}, ${formatSpan(progress.etaSeconds * 1000)} left`;
}

function report(number: number, progress: RunProgress) {
  const named = outcomes.filter((outcome) => progress.outcomes[outcome]);
  const failed = named.reduce((n, one) => n + (gaveThoughts(one) ? 0 : (progress.outcomes[one] ?? 0)), 0);
  return {
    json: { run: number, failed, ...progress },
    text: [
      `Run ${number} ${progress.status}: ${named.map((one) => `${progress.outcomes[one]} ${one}`).join(", ") || "nothing to do"}.`,
      `${progress.turns} turns, ${progress.attempts} attempts, ${progress.tokensIn + progress.tokensOut} tokens.`,
    ].join("\n"),
  };
}
