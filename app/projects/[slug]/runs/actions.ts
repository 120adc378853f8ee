"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { NewRun, RunChoice } from "#lib/domain/run/new-run.ts";
import { action } from "#lib/server/action.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import * as control from "#lib/server/runs/control.ts";
import { forecastRun } from "#lib/server/runs/estimate.ts";
import { startRun } from "#lib/server/runs/start.ts";
import { watchDeliberation as watch } from "#lib/server/runs/watch.ts";

const OneRun = z.object({ runId: z.uuid() });

export const startRunAction = action(NewRun, (input, actor) => startRun(actor, input));

export const forecastRunAction = action(RunChoice, (choice, actor) => forecastRun(actor, choice));

export const watchDeliberation = action(z.object({ slug: z.string() }), async ({ slug }, actor) => {
  const { project } = await requireProject(actor, slug, "runs.start");
  return watch(actor, project.id);
});

export const pauseRun = action(OneRun, async ({ runId }, actor) => {
  await control.pauseRun(actor, runId);
  revalidatePath("/projects/[slug]/runs/[number]", "page");
});

export const resumeRun = action(OneRun, async ({ runId }, actor) => {
  await control.resumeRun(actor, runId);
  revalidatePath("/projects/[slug]/runs/[number]", "page");
});

export const cancelRun = action(OneRun, async ({ runId }, actor) => {
  await control.cancelRun(actor, runId);
  revalidatePath("/projects/[slug]/runs/[number]", "page");
});

export const retryRun = action(OneRun, async ({ runId }, actor) => {
  const retried = await control.retryRun(actor, runId);
  revalidatePath("/projects/[slug]/runs/[number]", "page");
  return retried;
});
