import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";

/**
 * The id of a snapshot by its number in the project.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function findSnapshot(
  actor: Actor,
  { projectId, number }: { projectId: string; number: number },
): Promise<string> {
  await authorize(actor, "dataSets.read", { projectId });
  const snapshot = await db.snapshot.findUnique({
    where: { projectId_number: { projectId, number } },
    select: { id: true },
  });
  if (!snapshot) throw new Refused("not_found", accessStrings.notFound);
  return snapshot.id;
}
