import type { z } from "zod";
import type { Actor } from "#lib/domain/access/actions.ts";
import type { ProjectSettings } from "#lib/domain/project/settings.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { hintOfWork } from "#lib/server/worker/hints.ts";
import { requireProject } from "./shell.ts";

/**
 * What a lead may change about a project.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadSettings(
  actor: Actor,
  slug: string,
): Promise<z.output<typeof ProjectSettings> & { usedThisMonthMicros: number }> {
  const { project } = await requireProject(actor, slug, "project.configure");
  const { monthlyCapMicros, ...settings } = await db.project.findUniqueOrThrow({
    where: { id: project.id },
    select: {
      name: true,
      reviewsPerRecord: true,
      claimMinutes: true,
      stopAtFirstFlaw: true,
      scoredPercent: true,
      scoreGraded: true,
      fitKappa: true,
      monthlyCapMicros: true,
    },
  });
  const [month] = await db.$queryRaw<{ held: bigint }[]>`
    select held_micros as held from project_months where project_id = ${project.id}::uuid and month = this_month()`;
  return {
    ...settings,
    monthlyCapMicros: monthlyCapMicros === null ? null : Number(monthlyCapMicros),
    usedThisMonthMicros: Number(month?.held ?? 0),
  };
}

/**
 * Changes them. Review rounds that are open keep the slots they were opened with; what waits for money looks again.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function saveSettings(
  actor: Actor,
  slug: string,
  settings: z.output<typeof ProjectSettings>,
): Promise<void> {
  const { project } = await requireProject(actor, slug, "project.configure");
  await db.$transaction(async (tx) => {
    await tx.project.update({ where: { id: project.id }, data: settings });
    // After the cap: a worker that finds it too low meanwhile has seen the new one.
    await tx.$executeRaw`update project_months set spent_at = null, reopened_at = now()
      where project_id = ${project.id}::uuid and spent_at is not null and month = this_month()`;
    await hintOfWork(tx);
    const object = { objectKind: "project", objectId: project.id };
    await appendAudit(tx, {
      actor,
      projectId: project.id,
      action: "project.change",
      ...object,
      detail: settings,
    });
  });
}
