import type { Prisma } from "#prisma/generated/client.ts";

/**
 * Puts a new policy set in force: the one before, with this policy's version replaced, or left out.
 *
 * @param policyVersionId null takes the policy out
 * @returns the number of the new set
 */
export async function replaceInSet(
  tx: Prisma.TransactionClient,
  policy: { id: string; projectId: string },
  policyVersionId: string | null,
): Promise<number> {
  const inForce = await tx.policySet.findFirst({
    where: { projectId: policy.projectId },
    orderBy: { number: "desc" },
    select: {
      number: true,
      items: { select: { policyVersionId: true, policyVersion: { select: { policyId: true } } } },
    },
  });
  const others = (inForce?.items ?? []).filter(({ policyVersion }) => policyVersion.policyId !== policy.id);
  const versions = [
    ...others.map((item) => item.policyVersionId),
    ...(policyVersionId ? [policyVersionId] : []),
  ];
  const { number } = await tx.policySet.create({
    data: {
      projectId: policy.projectId,
      number: (inForce?.number ?? 0) + 1,
      items: { create: versions.map((id) => ({ policyVersionId: id })) },
    },
    select: { number: true },
  });
  return number;
}
