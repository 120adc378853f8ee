import { everything } from "#lib/domain/export/filter.ts";
import { firstAdmin } from "#lib/domain/people/first-admin.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { createSnapshot } from "#lib/server/data-sets/create.ts";
import { db } from "#lib/server/database/client.ts";

/**
 * The first admin as a lead of the demonstration, which has a data set. Nobody else may be made its lead before the
 * first sign-in: that makes the first admin one only where there is none.
 */
export async function guide(): Promise<PersonActor> {
  const { id: projectId } = await db.project.findUniqueOrThrow({ where: { slug: "demonstration" } });
  const { id: userId, name, email } = await db.user.findUniqueOrThrow({ where: { email: firstAdmin.email } });
  await db.membership.createMany({ data: [{ projectId, userId, role: "lead" }], skipDuplicates: true });
  await createSnapshot({ kind: "operator" }, { projectId, name: "Looked at", filter: everything });
  return { kind: "person", userId, name, email, isAdmin: true };
}
