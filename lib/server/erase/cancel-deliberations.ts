import type { Prisma } from "#prisma/generated/client.ts";

/**
 * Ends deliberations that are under way as `cancelled`, also those that a worker holds: the fence is raised, so
 * it can append nothing more. Their runs count them, and are finished if they were the last.
 */
export async function cancelDeliberations(
  tx: Prisma.TransactionClient,
  ids: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    with ended as (
      update deliberations set outcome = 'cancelled', finished_at = now(), waiting_for = null, worker_id = null,
        fence = fence + 1
      where id = any (${[...ids]}::uuid[]) and outcome is null
      returning run_id, turn_count, attempt_count, tokens_in, tokens_cached, tokens_out, cost_micros
    )
    insert into run_tallies as t (run_id, outcome, shard, n, turns, attempts, tokens_in, tokens_cached, tokens_out, cost_micros)
    select run_id, 'cancelled', 0, count(*), sum(turn_count), sum(attempt_count), sum(tokens_in), sum(tokens_cached),
      sum(tokens_out), sum(cost_micros)
    from ended group by run_id
    on conflict (run_id, outcome, shard) do update set
      n = t.n + excluded.n, turns = t.turns + excluded.turns, attempts = t.attempts + excluded.attempts,
      tokens_in = t.tokens_in + excluded.tokens_in, tokens_cached = t.tokens_cached + excluded.tokens_cached,
      tokens_out = t.tokens_out + excluded.tokens_out, cost_micros = t.cost_micros + excluded.cost_micros`;
  await tx.$executeRaw`
    update runs r set status = 'finished', finished_at = now()
    where r.id in (select run_id from deliberations where id = any (${[...ids]}::uuid[]))
      and r.status in ('queued', 'running', 'paused')
      and not exists (select from deliberations d where d.run_id = r.id and d.outcome is null)`;
}
