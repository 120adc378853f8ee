import type { Prisma } from "#prisma/generated/client.ts";

/** What is written of an action: who, what, to which object, why. Small facts only; never content or secrets. */
export type AuditEntry = {
  /** `system` is the program itself: first start, sweeps. */
  actor: { kind: "person"; userId: string } | { kind: "operator" } | { kind: "system" };
  projectId?: string;
  /** Verb of the action, e.g. `run.cancel`. */
  action: string;
  /** What the object is, in a word of the glossary. */
  objectKind: string;
  objectId?: string;
  reason?: string;
  detail?: Prisma.InputJsonObject;
};

/**
 * Appends one event to the audit log. Call it in the transaction of the change, so that neither exists
 * without the other.
 *
 * @param tx a Prisma transaction, or the client itself where the change is a single statement
 */
export async function appendAudit(
  tx: Pick<Prisma.TransactionClient, "auditEvent">,
  { actor, ...entry }: AuditEntry,
): Promise<void> {
  await tx.auditEvent.create({
    data: { ...entry, actorKind: actor.kind, actorId: actor.kind === "person" ? actor.userId : null },
  });
}
