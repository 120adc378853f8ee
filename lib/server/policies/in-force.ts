import type { Actor } from "#lib/domain/access/actions.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";

/**
 * Numbers and titles of the policies that are in force now, in order of number.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function policiesInForce(
  actor: Actor,
  projectId: string,
): Promise<{ number: number; title: string }[]> {
  await authorize(actor, "policies.read", { projectId });
  const set = await db.policySet.findFirst({
    where: { projectId },
    orderBy: { number: "desc" },
    select: {
      items: { select: { policyVersion: { select: { title: true, policy: { select: { number: true } } } } } },
    },
  });
  return (set?.items ?? [])
    .map(({ policyVersion: { title, policy } }) => ({ number: policy.number, title }))
    .sort((one, other) => one.number - other.number);
}
