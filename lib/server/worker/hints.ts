import type { Prisma } from "#prisma/generated/client.ts";

/** NOTIFY channel that says: there may be work, or a run was steered. Only a hint: workers look every second anyway. */
export const workChannel = "colloquy_work";

/** NOTIFY channel that says: something was said. Only a hint: live pages look every second anyway. */
export const saidChannel = "colloquy_said";

/** Wakes workers when the transaction commits. */
export async function hintOfWork(tx: Pick<Prisma.TransactionClient, "$executeRaw">): Promise<void> {
  await tx.$executeRaw`select pg_notify(${workChannel}, ''), pg_notify(${saidChannel}, '')`;
}
