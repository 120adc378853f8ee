import type { Prisma } from "#prisma/generated/client.ts";
import { clausesChangedSince } from "./changed-since.ts";
import { touchable } from "./touchable.ts";

/**
 * Marks one record stale if its head cites a clause that changed since the policies of its newest round. A
 * publication marks what it finds; this finds what comes later from before: a record of a run that began under
 * older policies, a citation that a reviewer added. The caller holds the policies in force (`holdPoliciesOf`).
 *
 * @returns whether it is stale by this
 */
export async function markIfStale(tx: Prisma.TransactionClient, recordId: string): Promise<boolean> {
  const round = await tx.reviewRound.findFirst({
    where: { recordId },
    orderBy: { number: "desc" },
    select: { policySetId: true },
  });
  const changed = round ? await clausesChangedSince(tx, round.policySetId) : [];
  if (changed.length === 0) return false;
  const marked = await tx.$executeRaw`update records set status = 'stale', updated_at = now()
    where id = ${recordId}::uuid and status = any (${touchable}) and cited_clauses && ${changed}::text[]`;
  return marked > 0;
}
