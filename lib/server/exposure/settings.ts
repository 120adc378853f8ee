import type { Actor } from "#lib/domain/access/actions.ts";
import { ExposureCaps } from "#lib/domain/exposure/caps.ts";
import type { ExposureSettings } from "#lib/domain/exposure/settings.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

/**
 * What a lead set for everybody who reads in a project.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadExposureSettings(actor: Actor, slug: string): Promise<ExposureSettings> {
  const { project } = await requireProject(actor, slug, "project.configure");
  const { exposureCaps, supportUrl } = await db.project.findUniqueOrThrow({
    where: { id: project.id },
    select: { exposureCaps: true, supportUrl: true },
  });
  return { caps: ExposureCaps.parse(exposureCaps), supportUrl };
}

/**
 * Changes it; it counts from the next record that anybody asks for.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function saveExposureSettings(
  actor: Actor,
  slug: string,
  { caps, supportUrl }: ExposureSettings,
): Promise<void> {
  const { project } = await requireProject(actor, slug, "project.configure");
  await db.$transaction(async (tx) => {
    await tx.project.update({
      where: { id: project.id },
      data: { exposureCaps: caps, supportUrl },
      select: { id: true },
    });
    await appendAudit(tx, {
      actor,
      projectId: project.id,
      action: "project.change",
      objectKind: "project",
      objectId: project.id,
      detail: { exposureCaps: caps, supportUrl },
    });
  });
}
