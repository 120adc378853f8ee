import type { Prisma } from "#prisma/generated/client.ts";

/**
 * Numbers of clauses that no longer say what they said in an older policy set: changed, removed, or of a
 * policy that is not in force any more. A record that cites one of them, written under that set, is stale.
 * Callers have authorized.
 *
 * @param policySetId the set that the text was written under
 */
export async function clausesChangedSince(
  tx: Pick<Prisma.TransactionClient, "$queryRaw">,
  policySetId: string,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ number: string }[]>`
    with clauses_of as (
      select s.id as set_id, c.id as clause_id, p.number || '.' || c.number as number, t.text
      from policy_sets s
      join policy_set_items i on i.policy_set_id = s.id
      join clause_versions t on t.policy_version_id = i.policy_version_id
      join clauses c on c.id = t.clause_id
      join policies p on p.id = c.policy_id
      where s.id in (
        ${policySetId}::uuid,
        (select n.id from policy_sets n where n.project_id = (select project_id from policy_sets where id = ${policySetId}::uuid)
          order by n.number desc limit 1)
      )
    )
    select o.number from clauses_of o
    left join clauses_of n on n.clause_id = o.clause_id and n.text = o.text and n.set_id <> ${policySetId}::uuid
    where o.set_id = ${policySetId}::uuid and n.clause_id is null
      and exists (select from policy_sets later join policy_sets this on this.id = ${policySetId}::uuid
        where later.project_id = this.project_id and later.number > this.number)
    order by 1`;
  return rows.map(({ number }) => number);
}
