-- Money: a cap per project and month beside that of a run, and what a dead worker reserved is kept until its calls are on
-- record.

-- AlterTable
ALTER TABLE "deliberations" ADD COLUMN     "orphan_of" UUID;

-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "monthly_cap_micros" BIGINT;

-- CreateTable
CREATE TABLE "project_months" (
    "project_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "held_micros" BIGINT NOT NULL DEFAULT 0,
    "spent_at" TIMESTAMPTZ(3),
    "reopened_at" TIMESTAMPTZ(3),

    CONSTRAINT "project_months_pkey" PRIMARY KEY ("project_id","month")
);

-- CreateIndex
CREATE INDEX "deliberations_orphans" ON "deliberations"("orphan_of") WHERE (outcome IS NULL AND orphan_of IS NOT NULL);

-- AddForeignKey
ALTER TABLE "project_months" ADD CONSTRAINT "project_months_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The calendar month, in UTC.
create function this_month() returns date language sql stable as $$
  select date_trunc('month', now() at time zone 'UTC')::date
$$;

insert into project_months (project_id, month, held_micros)
  select r.project_id, this_month(), sum(a.cost_micros)
  from attempts a join deliberations d on d.id = a.deliberation_id join runs r on r.id = d.run_id
  where a.created_at >= this_month()::timestamp at time zone 'UTC'
  group by 1;

-- A month begins with what is in wallets at that moment: it may be spent in it. So a month never holds less than is spent in
-- it, and its cap is not overshot.
create function open_month(of_project uuid) returns void language plpgsql as $$
begin
  if not exists (select from project_months where project_id = of_project and month = this_month()) then
    insert into project_months (project_id, month, held_micros)
      select of_project, this_month(), coalesce(sum(w.held_micros), 0)
      from runs r join run_wallets w on w.run_id = r.id where r.project_id = of_project
      on conflict do nothing;
  end if;
end $$;

-- Fills a worker's wallet with `most`, or at least with `least`, from what run and month still have. A function, not a
-- statement: each query in it sees what others committed while it waited. Rows are locked in the order run, month.
create function draw_wallet(of_run uuid, for_worker uuid, least_micros bigint, most_micros bigint,
  out drawn bigint, out lacking text
) language plpgsql as $$
declare
  unlimited constant bigint := 4611686018427387904;
  of_project uuid;
  in_run bigint;
  in_month bigint;
begin
  select coalesce(cap_micros, unlimited) - held_micros into strict in_run
    from run_budgets where run_id = of_run for no key update;
  select project_id into strict of_project from runs where id = of_run;
  perform open_month(of_project);
  select coalesce(p.monthly_cap_micros, unlimited) - m.held_micros into strict in_month
    from project_months m join projects p on p.id = m.project_id
    where m.project_id = of_project and m.month = this_month() for no key update of m;

  drawn := case when least(in_run, in_month) >= most_micros then most_micros else least_micros end;
  if drawn > in_run then
    lacking := 'run';
  elsif drawn > in_month then
    lacking := 'month';
    update project_months set spent_at = coalesce(spent_at, now()) where project_id = of_project and month = this_month();
  end if;
  if lacking is not null then
    drawn := 0;
    return;
  end if;

  update run_budgets set held_micros = held_micros + drawn where run_id = of_run;
  update project_months set held_micros = held_micros + drawn where project_id = of_project and month = this_month();
  insert into run_wallets as w (run_id, worker_id, held_micros) values (of_run, for_worker, drawn)
    on conflict (run_id, worker_id) do update set held_micros = w.held_micros + excluded.held_micros;
end $$;

-- What is left in a wallet that goes away, goes back to run and month. A month that was spent may have room again.
create function return_wallets() returns trigger language plpgsql as $$
begin
  update run_budgets b set held_micros = b.held_micros - g.held
    from (select run_id, sum(held_micros) as held from gone group by 1 order by 1) g where b.run_id = g.run_id;
  update project_months m set held_micros = m.held_micros - g.held,
      reopened_at = case when m.spent_at is not null and g.held > 0 then now() else m.reopened_at end,
      spent_at = case when g.held > 0 then null else m.spent_at end
    from (
      select r.project_id, sum(gone.held_micros) as held from gone join runs r on r.id = gone.run_id group by 1 order by 1
    ) g
    where m.project_id = g.project_id and m.month = this_month();
  return null;
end $$;
create trigger return_wallets after delete on run_wallets
  referencing old table as gone for each statement execute function return_wallets();

-- As before, and what was spent without a wallet counts in the month too.
create or replace function settle_lease() returns trigger language plpgsql as $$
declare
  of_project uuid;
begin
  select count(*) filter (where fault is null), count(*), coalesce(sum(tokens_in), 0), coalesce(sum(tokens_cached), 0),
      coalesce(sum(tokens_out), 0), coalesce(sum(cost_micros), 0)
    into new.turn_count, new.attempt_count, new.tokens_in, new.tokens_cached, new.tokens_out, new.cost_micros
    from attempts where deliberation_id = new.id;
  if new.cost_micros <> old.cost_micros then
    update run_wallets set held_micros = held_micros - (new.cost_micros - old.cost_micros)
      where run_id = new.run_id and worker_id = old.worker_id;
    if not found then
      update run_budgets set held_micros = held_micros + (new.cost_micros - old.cost_micros) where run_id = new.run_id;
      select project_id into strict of_project from runs where id = new.run_id;
      perform open_month(of_project);
      update project_months set held_micros = held_micros + (new.cost_micros - old.cost_micros)
        where project_id = of_project and month = this_month();
    end if;
  end if;
  return new;
end $$;
