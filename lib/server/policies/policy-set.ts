import type { PlannedPolicy } from "#lib/domain/deliberation/plan.ts";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { policyText, textSelection } from "./version-text.ts";

/** One version of all policies of a project. */
export type PolicySet = {
  id: string;
  projectId: string;
  number: number;
  /** In order of number. */
  policies: (PlannedPolicy & { version: number })[];
};

const selection = {
  id: true,
  projectId: true,
  number: true,
  items: { select: { policyVersion: { select: { id: true, version: true, ...textSelection } } } },
} as const satisfies Prisma.PolicySetSelect;

type Client = Pick<Prisma.TransactionClient, "policySet">;

/**
 * The policies that a run froze, a review round judges under or an approval pinned. Callers have authorized
 * for what refers to the set.
 *
 * @param client a transaction, where the set must be read inside one
 */
export async function loadPolicySet(policySetId: string, client: Client = db): Promise<PolicySet> {
  return policySet(
    await client.policySet.findUniqueOrThrow({ where: { id: policySetId }, select: selection }),
  );
}

/** The policies in force in a project; null before the first publication. Callers have authorized. */
export async function currentPolicySet(projectId: string, client: Client = db): Promise<PolicySet | null> {
  const newest = await client.policySet.findFirst({
    where: { projectId },
    orderBy: { number: "desc" },
    select: selection,
  });
  return newest && policySet(newest);
}

function policySet({ items, ...set }: Prisma.PolicySetGetPayload<{ select: typeof selection }>): PolicySet {
  const policies = items.map(({ policyVersion: row }) => ({
    policyVersionId: row.id,
    number: row.policy.number,
    version: row.version,
    ...policyText(row),
  }));
  return { ...set, policies: policies.sort((a, b) => a.number - b.number) };
}
