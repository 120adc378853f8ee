-- Whoever ends a lease or a deliberation (its worker, a take-over, a cancelled run, an erasure), what it used is added
-- up and counted here, so that figures, budgets and outcomes agree by construction.

-- When a lease ends: its attempts are added up on the deliberation, and what they cost leaves the wallet of the worker
-- that made them. The rest of the wallet's hold goes back to the budget when the worker is done with the run.
create function settle_lease() returns trigger language plpgsql as $$
begin
  select count(*) filter (where fault is null), count(*), coalesce(sum(tokens_in), 0), coalesce(sum(tokens_cached), 0),
      coalesce(sum(tokens_out), 0), coalesce(sum(cost_micros), 0)
    into new.turn_count, new.attempt_count, new.tokens_in, new.tokens_cached, new.tokens_out, new.cost_micros
    from attempts where deliberation_id = new.id;
  if new.cost_micros <> old.cost_micros then
    update run_wallets set held_micros = held_micros - (new.cost_micros - old.cost_micros)
      where run_id = new.run_id and worker_id = old.worker_id;
    if not found then
      -- Runs without a cap have no wallets, and their budget's row is left alone.
      update run_budgets set held_micros = held_micros + (new.cost_micros - old.cost_micros)
        where run_id = new.run_id and cap_micros is not null;
    end if;
  end if;
  return new;
end $$;
create trigger settle_lease before update of worker_id on deliberations
  for each row when (old.worker_id is not null and new.worker_id is distinct from old.worker_id)
  execute function settle_lease();

-- When a deliberation ends or is opened again: the tallies of its run follow.
create function count_outcomes() returns trigger language plpgsql as $$
begin
  insert into run_tallies as t
      (run_id, outcome, shard, n, turns, attempts, tokens_in, tokens_cached, tokens_out, cost_micros)
    select run_id, outcome, shard, sum(change), sum(change * turn_count), sum(change * attempt_count),
      sum(change * tokens_in::bigint), sum(change * tokens_cached::bigint), sum(change * tokens_out::bigint),
      sum(change * cost_micros)
    from (
      select a.run_id, a.outcome, abs(hashtext(coalesce(b.worker_id::text, ''))) % 16 as shard, 1 as change,
        a.turn_count, a.attempt_count, a.tokens_in, a.tokens_cached, a.tokens_out, a.cost_micros
      from before b join after a using (id)
      where a.outcome is not null and a.outcome is distinct from b.outcome
      union all
      select b.run_id, b.outcome, 0, -1,
        b.turn_count, b.attempt_count, b.tokens_in, b.tokens_cached, b.tokens_out, b.cost_micros
      from before b join after a using (id)
      where b.outcome is not null and a.outcome is distinct from b.outcome
    ) as moved
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (run_id, outcome, shard) do update set
      n = t.n + excluded.n, turns = t.turns + excluded.turns, attempts = t.attempts + excluded.attempts,
      tokens_in = t.tokens_in + excluded.tokens_in, tokens_cached = t.tokens_cached + excluded.tokens_cached,
      tokens_out = t.tokens_out + excluded.tokens_out, cost_micros = t.cost_micros + excluded.cost_micros;
  return null;
end $$;
create trigger count_outcomes after update on deliberations
  referencing old table as before new table as after
  for each statement execute function count_outcomes();
