import type { Actor } from "#lib/domain/access/actions.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";

/**
 * Number of the first prompt of a project that still says something; null where there is none.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function firstPromptOf(actor: Actor, projectId: string): Promise<number | null> {
  await authorize(actor, "prompts.read", { projectId });
  const first = await db.prompt.findFirst({
    where: { projectId, erasureId: null },
    orderBy: { number: "asc" },
    select: { number: true },
  });
  return first?.number ?? null;
}
