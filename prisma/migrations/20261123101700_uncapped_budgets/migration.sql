-- Budgets without a cap hold what was spent, like all others: until now their rows were left alone.
update run_budgets b set held_micros =
    (select coalesce(sum(cost_micros), 0) from deliberations where run_id = b.run_id)
    + (select coalesce(sum(held_micros), 0) from run_wallets where run_id = b.run_id)
  where cap_micros is null;
