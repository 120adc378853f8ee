import type { z } from "zod";
import type { Actor } from "#lib/domain/access/actions.ts";
import type { ProjectSettings } from "#lib/domain/project/settings.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { requireProject } from "./shell.ts";

/**
 * What a lead may change about a project.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadSettings(actor: Actor, slug: string): Promise<z.output<typeof ProjectSettings>> {
  const { project } = await requireProject(actor, slug, "project.configure");
  return db.project.findUniqueOrThrow({
    where: { id: project.id },
    select: { name: true, reviewsPerRecord: true, claimMinutes: true, stopAtFirstFlaw: true },
  });
}

/**
 * Changes them. Review rounds that are open keep the slots they were opened with.
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
