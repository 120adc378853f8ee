import { z } from "zod";
import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { ProjectName, ProjectSlug, slugOf } from "#lib/domain/project/name.ts";
import { projectStrings } from "#lib/domain/strings/project.ts";
import { authorizeInstallation } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { isUniqueViolation } from "#lib/server/database/unique-violation.ts";
import { ensureRehearsalEndpoints } from "./rehearsal-endpoint.ts";
import type { ProjectHandle } from "./shell.ts";
import { addStartingContent } from "./starting-content.ts";

/** What a project is made from. Without a slug it gets one from its name. */
export const NewProject = z.object({ name: ProjectName, slug: ProjectSlug.optional() });

/**
 * Makes a project that can be worked with at once: five policies, guidelines, recipes, and the rehearsal
 * endpoints. Who makes it becomes its lead.
 *
 * @param isDemonstration marks the one that the first start makes
 * @throws Refused `forbidden`; `conflict` where the slug is taken
 */
export async function createProject(
  actor: Actor,
  { name, slug }: z.output<typeof NewProject>,
  { isDemonstration = false } = {},
): Promise<ProjectHandle> {
  authorizeInstallation(actor, "projects.create");
  const chosen = slug ?? (await freeSlug(name));
  const endpointIds = await ensureRehearsalEndpoints();
  const createdById = actor.kind === "person" ? actor.userId : null;
  try {
    return await db.$transaction(async (tx) => {
      const data = { name, slug: chosen, isDemonstration };
      const project = await tx.project.create({ data, select: { id: true, name: true, slug: true } });
      const projectId = project.id;
      if (createdById) await tx.membership.create({ data: { projectId, userId: createdById, role: "lead" } });
      await addStartingContent(tx, { projectId, createdById });
      await tx.endpointGrant.createMany({
        data: endpointIds.map((endpointId) => ({ endpointId, projectId })),
      });
      const object = { objectKind: "project", objectId: projectId };
      await appendAudit(tx, {
        actor,
        projectId,
        action: "project.create",
        ...object,
        detail: { slug: chosen },
      });
      return project;
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refused("conflict", projectStrings.slugTaken(chosen));
    throw error;
  }
}

/** The slug of the name, with the smallest number that makes it free. */
async function freeSlug(name: string): Promise<string> {
  const slug = slugOf(name);
  const taken = await db.project.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } });
  const slugs = new Set(taken.map((project) => project.slug));
  let free = slug;
  for (let n = 2; slugs.has(free); n += 1) free = `${slug}-${n}`;
  return free;
}
