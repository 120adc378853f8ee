import type { Actor, ProjectAction } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";

/**
 * An import by the number that people see, for who may do this in its project.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function findImport(actor: Actor, action: ProjectAction, projectId: string, number: number) {
  await authorize(actor, action, { projectId });
  const found = await db.import.findUnique({ where: { projectId_number: { projectId, number } } });
  if (!found) throw new Refused("not_found", accessStrings.notFound);
  return found;
}
