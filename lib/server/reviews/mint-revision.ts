import type { Content } from "#lib/domain/record/content.ts";
import { loadPolicySet } from "#lib/server/policies/policy-set.ts";
import { storeFindings } from "#lib/server/records/findings.ts";
import { revisionRow } from "#lib/server/records/revision.ts";
import type { Round } from "#lib/server/records/round.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type Tx = Prisma.TransactionClient;

/** Number of the revision that a review would mint now. The caller holds the record's lock. */
export async function nextRevisionNumber(tx: Tx, recordId: string): Promise<number> {
  const { _max } = await tx.revision.aggregate({ where: { recordId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

/**
 * Mints a revision on a person's own branch, beside what others made of the same base, and has it checked under the
 * round's policies.
 *
 * @param content null where nothing was changed
 * @returns its id; null where nothing was changed
 */
export async function mintRevision(
  tx: Tx,
  {
    content,
    round,
    number,
    userId,
  }: { content: Content | null; round: Round; number: number; userId: string },
): Promise<string | null> {
  if (!content) return null;
  const { id } = await tx.revision.create({
    data: revisionRow({
      recordId: round.recordId,
      number,
      parentId: round.baseRevisionId,
      author: { kind: "person", userId },
      content,
    }),
    select: { id: true },
  });
  const { policies } = await loadPolicySet(round.policySetId, tx);
  await storeFindings(tx, id, content, policies);
  return id;
}
