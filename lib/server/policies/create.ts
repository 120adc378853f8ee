import type { Actor } from "#lib/domain/access/actions.ts";
import { policiesStrings } from "#lib/domain/strings/policies.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";

/**
 * Begins a policy: it gets its number and a draft to write in. Nothing of it is in force before it is published.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function createPolicy(
  actor: Actor,
  { projectId }: { projectId: string },
): Promise<{ number: number }> {
  await authorize(actor, "policies.edit", { projectId });
  return db.$transaction(async (tx) => {
    const { lastPolicyNumber: number } = await tx.project.update({
      where: { id: projectId },
      data: { lastPolicyNumber: { increment: 1 } },
      select: { lastPolicyNumber: true },
    });
    const updatedById = actor.kind === "person" ? actor.userId : null;
    const text = policiesStrings.newPolicy(number);
    const policy = await tx.policy.create({
      data: { projectId, number, draft: { create: { text, updatedById } } },
      select: { id: true },
    });
    const object = { objectKind: "policy", objectId: policy.id };
    await appendAudit(tx, { actor, projectId, action: "policy.create", ...object, detail: { number } });
    return { number };
  });
}
