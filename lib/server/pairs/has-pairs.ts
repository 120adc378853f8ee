import type { Actor } from "#lib/domain/access/actions.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";

/**
 * Whether a project has preference pairs, kept or not: then a data set can be made of them, or says why not.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function hasPairs(actor: Actor, projectId: string): Promise<boolean> {
  await authorize(actor, "dataSets.read", { projectId });
  return (await db.pair.findFirst({ where: { projectId }, select: { id: true } })) !== null;
}
