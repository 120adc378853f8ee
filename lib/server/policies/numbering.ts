import type { Numbering } from "#lib/domain/policy/parse.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** What the clause numbers in a draft of this policy are checked against. */
export async function numberingOf(tx: Prisma.TransactionClient, policyId: string): Promise<Numbering> {
  const policy = await tx.policy.findUniqueOrThrow({
    where: { id: policyId },
    select: {
      number: true,
      lastClauseNumber: true,
      clauses: { select: { id: true, number: true } },
      versions: {
        orderBy: { version: "desc" },
        take: 1,
        select: { clauses: { select: { clauseId: true } } },
      },
    },
  });
  const inForce = new Set(policy.versions[0]?.clauses.map(({ clauseId }) => clauseId));
  return {
    policy: policy.number,
    lastGiven: policy.lastClauseNumber,
    removed: policy.clauses.filter(({ id }) => !inForce.has(id)).map(({ number }) => number),
  };
}
