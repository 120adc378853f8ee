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
  entry: AuditEntry,
): Promise<void> {
  await tx.auditEvent.create({ data: rowOf(entry) });
}

/** The same for many events at once. */
export async function appendAudits(
  tx: Pick<Prisma.TransactionClient, "auditEvent">,
  entries: readonly AuditEntry[],
): Promise<void> {
  await tx.auditEvent.createMany({ data: entries.map(rowOf) });
}

function rowOf({ actor, ...entry }: AuditEntry) {
  return { ...entry, actorKind: actor.kind, actorId: actor.kind === "person" ? actor.userId : null };
}
