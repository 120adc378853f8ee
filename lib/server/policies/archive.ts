import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { formatClauseNumber } from "#lib/domain/policy/clause-number.ts";
import type { Impact } from "#lib/domain/policy/view.ts";
import { policiesStrings } from "#lib/domain/strings/policies.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { findPolicy, type PolicyAddress } from "./find.ts";
import { impactOf, markStale } from "./impact.ts";
import { lockPolicies } from "./lock.ts";
import { replaceInSet } from "./replace-in-set.ts";

/**
 * What archiving would touch: every record that cites a clause of the policy.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function previewArchive(actor: Actor, address: PolicyAddress): Promise<Impact> {
  const policy = await findPolicy(actor, "policies.publish", address);
  const clauses = (await newestVersion(db, policy.id, policy.number))?.clauses ?? [];
  return impactOf(policy.projectId, clauses, clauses);
}

/**
 * Takes a policy out of force. Its versions stay readable and its number is never given to another; records
 * that cite it become stale, as if all its clauses had been removed.
 *
 * @returns how many records became stale
 * @throws Refused `conflict` where it is archived already; `not_found`, `forbidden`
 */
export async function archivePolicy(actor: Actor, address: PolicyAddress): Promise<{ stale: number }> {
  const policy = await findPolicy(actor, "policies.publish", address);
  return db.$transaction(
    async (tx) => {
      await lockPolicies(tx, policy.projectId);
      const { count } = await tx.policy.updateMany({
        where: { id: policy.id, archivedAt: null },
        data: { archivedAt: new Date() },
      });
      if (count === 0) throw new Refused("conflict", policiesStrings.archived.already);
      const newest = await newestVersion(tx, policy.id, policy.number);
      const set = newest && (await replaceInSet(tx, policy, null));
      const changed = newest?.clauses ?? [];
      const stale = await markStale(tx, policy.projectId, { changed, ofPolicy: [], touch: "none" });
      await audit(tx, actor, policy, "policy.archive", { set, stale });
      return { stale };
    },
    { timeout: 60_000 },
  );
}

/**
 * Puts an archived policy back in force as it was last published. Records stay as they are: to them its clauses
 * are clauses that were added.
 *
 * @throws Refused `conflict` where it is not archived; `not_found`, `forbidden`
 */
export async function restorePolicy(actor: Actor, address: PolicyAddress): Promise<void> {
  const policy = await findPolicy(actor, "policies.publish", address);
  await db.$transaction(async (tx) => {
    await lockPolicies(tx, policy.projectId);
    const { count } = await tx.policy.updateMany({
      where: { id: policy.id, archivedAt: { not: null } },
      data: { archivedAt: null },
    });
    if (count === 0) throw new Refused("conflict", policiesStrings.archived.not);
    const newest = await newestVersion(tx, policy.id, policy.number);
    const set = newest && (await replaceInSet(tx, policy, newest.id));
    await audit(tx, actor, policy, "policy.restore", { set });
  });
}

async function newestVersion(tx: Prisma.TransactionClient, policyId: string, number: number) {
  const newest = await tx.policyVersion.findFirst({
    where: { policyId },
    orderBy: { version: "desc" },
    select: { id: true, clauses: { select: { clause: { select: { number: true } } } } },
  });
  return (
    newest && {
      id: newest.id,
      clauses: newest.clauses.map(({ clause }) =>
        formatClauseNumber({ policy: number, clause: clause.number }),
      ),
    }
  );
}

async function audit(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { id, projectId, number }: { id: string; projectId: string; number: number },
  action: string,
  detail: Prisma.InputJsonObject,
): Promise<void> {
  await appendAudit(tx, {
    actor,
    projectId,
    action,
    objectKind: "policy",
    objectId: id,
    detail: { number, ...detail },
  });
}
