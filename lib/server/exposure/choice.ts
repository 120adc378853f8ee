import { isBlurred } from "#lib/domain/exposure/held.ts";
import type { Severity } from "#lib/domain/prompt/prompt.ts";
import { db } from "#lib/server/database/client.ts";

/** Which severities lists hide from a person, since they want such text only when they ask for it. */
export async function hiddenFrom(userId: string | null): Promise<(severity: Severity) => boolean> {
  if (userId === null) return () => false;
  const choice = await db.exposureChoice.findUnique({ where: { userId }, select: { blur: true } });
  return choice?.blur ? isBlurred : () => false;
}
