import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { runStrings } from "#lib/domain/strings/run.ts";
import { authorizeInstallation } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/**
 * Lets a project run what makes models reason against the policies, or no longer. Runs that are under way end; none is started,
 * resumed or retried.
 *
 * @throws Refused `forbidden`, `not_found`
 */
export async function allowBeliefRuns(
  actor: Actor,
  { slug, allowed }: { slug: string; allowed: boolean },
): Promise<void> {
  authorizeInstallation(actor, "beliefs.allow");
  await db.$transaction(async (tx) => {
    const project = await tx.project.findUnique({ where: { slug }, select: { id: true } });
    if (!project) throw new Refused("not_found", accessStrings.notFound);
    await tx.project.update({ where: { id: project.id }, data: { beliefRuns: allowed } });
    await appendAudit(tx, {
      actor,
      projectId: project.id,
      action: allowed ? "project.allowBeliefs" : "project.forbidBeliefs",
      objectKind: "project",
      objectId: project.id,
    });
  });
}

/**
 * Whether an admin allowed them in a project. The row is locked shared: an admin who forbids them and a lead who starts one
 * take turns.
 *
 * @throws Refused `forbidden`
 */
export async function requireBeliefRuns(tx: Prisma.TransactionClient, projectId: string): Promise<void> {
  const [project] = await tx.$queryRaw<{ allowed: boolean }[]>`
    select belief_runs as allowed from projects where id = ${projectId}::uuid for share`;
  if (!project?.allowed) throw new Refused("forbidden", runStrings.beliefsNotAllowed);
}
