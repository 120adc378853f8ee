import type { Prisma } from "#prisma/generated/client.ts";

type Tx = Pick<Prisma.TransactionClient, "$executeRaw">;

/**
 * Holds the policies of a project for a publication: publications take turns, so that policy sets count
 * without gaps and none is built on one that is no longer in force. Waits for whoever holds them in force.
 * Until the end of the transaction; take it before any row.
 */
export async function lockPolicies(tx: Tx, projectId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`policies ${projectId}`}, 0))`;
}

/** Keeps the policies of a project in force until the end of the transaction, as `holdPoliciesOf` does. */
export async function holdPolicies(tx: Tx, projectId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock_shared(hashtextextended(${`policies ${projectId}`}, 0))`;
}

/**
 * Keeps the policies that a record is judged by in force until the end of the transaction, for whoever changes
 * what it cites: a publication marks as stale what is there before it, and what comes after it sees the new
 * policy set. Nobody waits for each other, only for a publication. Take it before any row.
 */
export async function holdPoliciesOf(tx: Tx, recordId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock_shared(hashtextextended('policies ' || project_id, 0))
    from records where id = ${recordId}::uuid`;
}
