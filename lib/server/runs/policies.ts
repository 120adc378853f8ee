import type { PlannedPolicy } from "#lib/domain/deliberation/plan.ts";
import { formatClauseNumber } from "#lib/domain/policy/clause-number.ts";
import { parsePolicy } from "#lib/domain/policy/parse.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** The policies of a set as agents read them, in order of number. */
export async function policiesOfSet(
  tx: Pick<Prisma.TransactionClient, "policySetItem">,
  policySetId: string,
): Promise<PlannedPolicy[]> {
  const items = await tx.policySetItem.findMany({
    where: { policySetId },
    select: {
      policyVersion: {
        select: {
          id: true,
          title: true,
          text: true,
          policy: { select: { number: true, lastClauseNumber: true } },
          clauses: {
            select: { text: true, clause: { select: { number: true } } },
            orderBy: { position: "asc" },
          },
        },
      },
    },
  });
  return items
    .map(({ policyVersion }) => plannedPolicy(policyVersion))
    .sort((one, other) => one.number - other.number);
}

/** The newest set of a project that holds a policy; null where nothing is published. */
export function newestPolicySet(
  tx: Pick<Prisma.TransactionClient, "policySet">,
  projectId: string,
): Promise<{ id: string } | null> {
  return tx.policySet.findFirst({
    where: { projectId, items: { some: {} } },
    orderBy: { number: "desc" },
    select: { id: true },
  });
}

type VersionRow = {
  id: string;
  title: string;
  text: string;
  policy: { number: number; lastClauseNumber: number };
  clauses: { text: string; clause: { number: number } }[];
};

function plannedPolicy({ id, title, text, policy, clauses }: VersionRow): PlannedPolicy {
  const parsed = parsePolicy(text, {
    policy: policy.number,
    lastGiven: policy.lastClauseNumber,
    removed: [],
  });
  return {
    policyVersionId: id,
    number: policy.number,
    title,
    intro: parsed.ok ? parsed.policy.intro : "",
    clauses: clauses.map(({ clause, text: clauseText }) => ({
      number: formatClauseNumber({ policy: policy.number, clause: clause.number }),
      text: clauseText,
    })),
  };
}
