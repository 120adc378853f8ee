import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Actor } from "#lib/domain/access/actions.ts";
import { aidsafe } from "#lib/domain/deliberation/built-in-recipes.ts";
import { rolesOf } from "#lib/domain/deliberation/recipe.ts";
import { demonstrationStrings as strings } from "#lib/domain/strings/demonstration.ts";
import { db } from "#lib/server/database/client.ts";
import { root } from "#lib/server/env.ts";
import { confirmImport } from "#lib/server/imports/confirm.ts";
import { openLocalFile } from "#lib/server/imports/open.ts";
import { createProject } from "#lib/server/projects/create.ts";
import { ensureRehearsalEndpoints } from "#lib/server/projects/rehearsal-endpoint.ts";
import type { PromptChoice } from "#lib/server/runs/prompts.ts";
import { startRun } from "#lib/server/runs/start.ts";
import { startWorker } from "#lib/server/worker/worker.ts";
import { reviewDemonstration } from "./demonstration/reviews.ts";

const operator: Actor = { kind: "operator" };

/** Numbers of the prompts that are left to be watched; the first of them is offered first. */
const leftToWatch = [1, 10, 16, 20];
const lookEveryMs = 50;

/**
 * Makes the demonstration project, once per database: prompts of XSTest, a finished run of the rehearsal
 * endpoint, and records in every status. A start that was broken off goes on where it stopped.
 */
export async function seedDemonstration(): Promise<void> {
  const known = await db.project.findFirst({ where: { isDemonstration: true }, select: { id: true } });
  const { id: projectId } =
    known ?? (await createProject(operator, { name: strings.project }, { isDemonstration: true }));
  const { lastPromptNumber, lastRunNumber } = await db.project.findUniqueOrThrow({
    where: { id: projectId },
  });
  if (lastPromptNumber === 0) await importPrompts(projectId);
  if (lastRunNumber === 0) {
    const prompts = await db.prompt.findMany({
      where: { projectId, number: { notIn: leftToWatch } },
      select: { id: true },
    });
    await start(projectId, { ids: prompts.map(({ id }) => id) });
  }
  const reviews = await db.review.count({ where: { round: { record: { projectId } } } });
  if (reviews > 0) return;
  await untilFinished(projectId);
  const again = await reviewDemonstration(projectId);
  // Deliberating again on a prompt makes a new record and supersedes the old one.
  await start(projectId, { ids: [again] });
  await untilFinished(projectId);
}

async function importPrompts(projectId: string): Promise<void> {
  const file = path.join(root, "prisma/demonstration/xstest-sample.csv");
  const opened = await openLocalFile(operator, projectId, file);
  await opened.reading;
  await confirmImport(operator, projectId, opened.number, { leaveOutFaulty: false });
}

async function start(projectId: string, prompts: PromptChoice): Promise<void> {
  const [endpointId = ""] = await ensureRehearsalEndpoints();
  const recipe = await db.recipeVersion.findFirstOrThrow({
    where: { recipe: { projectId, name: aidsafe.name } },
    orderBy: { version: "desc" },
    select: { id: true },
  });
  await startRun(operator, {
    projectId,
    recipeVersionId: recipe.id,
    prompts,
    roles: Object.fromEntries(rolesOf(aidsafe).map(({ key }) => [key, endpointId])),
  });
}

async function untilFinished(projectId: string): Promise<void> {
  const worker = await startWorker();
  try {
    while ((await db.run.count({ where: { projectId, finishedAt: null } })) > 0) await pause(lookEveryMs);
  } finally {
    await worker.stop();
  }
}
