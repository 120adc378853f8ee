import type { Prisma } from "#prisma/generated/client.ts";

/**
 * Ends deliberations that are under way as `cancelled`, also those that a worker holds: the fence is raised, so
 * it can append nothing more. Their runs are finished if they were the last. (Triggers count them.)
 */
export async function cancelDeliberations(
  tx: Prisma.TransactionClient,
  ids: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    update deliberations set outcome = 'cancelled', finished_at = now(), waiting_for = null, worker_id = null,
      fence = fence + 1
    where id = any (${[...ids]}::uuid[]) and outcome is null`;
  await tx.$executeRaw`
    update runs r set status = 'finished', finished_at = now()
    where r.id in (select run_id from deliberations where id = any (${[...ids]}::uuid[]))
      and r.status in ('queued', 'running', 'paused')
      and not exists (select from deliberations d where d.run_id = r.id and d.outcome is null)`;
}
