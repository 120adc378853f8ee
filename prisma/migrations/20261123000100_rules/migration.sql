-- Rules that the schema language cannot say: what never changes, what can never be, and counters.

-- ── What never changes ─────────────────────────────────────────────────────────────────────────

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Lets an update through only if it erases: names an erasure, replaces the content columns (the arguments)
-- by a tombstone and touches nothing else.
create function allow_only_erasure() returns trigger language plpgsql as $$
declare
  content text[] := tg_argv;
begin
  if tg_op = 'UPDATE' and old.erasure_id is null and new.erasure_id is not null
    and to_jsonb(new) - content - 'erasure_id' = to_jsonb(old) - content - 'erasure_id'
    and not exists (
      select from jsonb_each(to_jsonb(new)) as c
      where c.key = any (content) and c.value not in ('null', '""', '{"erased": true}')
    )
  then
    return new;
  end if;
  raise exception 'rows of % are never changed or removed, except by an erasure', tg_table_name
    using errcode = 'restrict_violation';
end $$;

do $$
declare
  t text;
begin
  foreach t in array array[
    'audit_events', 'erasures', 'policy_versions', 'clauses', 'clause_versions', 'policy_sets', 'policy_set_items',
    'guidelines_versions', 'endpoint_versions', 'recipe_versions', 'plans', 'plan_roles', 'findings',
    'snapshots', 'snapshot_items', 'releases'
  ] loop
    execute format(
      'create trigger never_changes before update or delete on %I for each row execute function refuse_change()', t);
  end loop;
  foreach t in array array[
    'audit_events', 'erasures', 'policy_versions', 'clauses', 'clause_versions', 'policy_sets', 'policy_set_items',
    'guidelines_versions', 'endpoint_versions', 'recipe_versions', 'plans', 'plan_roles', 'findings',
    'snapshots', 'snapshot_items', 'releases', 'turns', 'attempts', 'revisions', 'prompts', 'labels', 'scores',
    'reviews', 'approvals'
  ] loop
    execute format(
      'create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;

create trigger only_erased before update or delete on turns
  for each row execute function allow_only_erasure('reply', 'raw');
create trigger only_erased before update or delete on attempts
  for each row execute function allow_only_erasure('raw', 'fault_detail');
create trigger only_erased before update or delete on revisions
  for each row execute function allow_only_erasure('thoughts', 'response');
create trigger only_erased before update or delete on labels
  for each row execute function allow_only_erasure('why');
create trigger only_erased before update or delete on scores
  for each row execute function allow_only_erasure('evidence');

-- A prompt's severity may be rated later; all else is content or identity.
create trigger only_erased before delete on prompts
  for each row execute function refuse_change();
create trigger only_erased_on_update before update on prompts
  for each row when (to_jsonb(old) - 'severity' is distinct from to_jsonb(new) - 'severity')
  execute function allow_only_erasure('messages', 'text');

-- A review changes until it is submitted or skipped; then only a withdrawal or an erasure marks it.
create function guard_review() returns trigger language plpgsql as $$
begin
  if old.status in ('pending', 'draft') then
    return new;
  end if;
  if old.withdrawn_at is null and new.withdrawn_at is not null
    and to_jsonb(new) - 'withdrawn_at' = to_jsonb(old) - 'withdrawn_at'
  then
    return new;
  end if;
  if old.erasure_id is null and new.erasure_id is not null and new.note is null
    and to_jsonb(new) - 'note' - 'erasure_id' = to_jsonb(old) - 'note' - 'erasure_id'
  then
    return new;
  end if;
  raise exception 'a submitted review never changes' using errcode = 'restrict_violation';
end $$;
create trigger submitted_never_changes before update on reviews for each row execute function guard_review();
create trigger never_deleted before delete on reviews for each row execute function refuse_change();

create function guard_approval() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
    and to_jsonb(new) - 'withdrawn_at' = to_jsonb(old) - 'withdrawn_at'
  then
    return new;
  end if;
  raise exception 'an approval is never changed, only withdrawn' using errcode = 'restrict_violation';
end $$;
create trigger only_withdrawn before update or delete on approvals for each row execute function guard_approval();

-- Where a record came from, whether it is made up and whether it was planted are facts for good.
create function guard_record() returns trigger language plpgsql as $$
begin
  if (new.project_id, new.prompt_id, new.run_id, new.deliberation_id, new.import_id, new.ref, new.synthetic, new.planted)
    is distinct from
    (old.project_id, old.prompt_id, old.run_id, old.deliberation_id, old.import_id, old.ref, old.synthetic, old.planted)
  then
    raise exception 'the origin of a record never changes' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger origin_never_changes before update on records for each row execute function guard_record();

-- ── What can never be ──────────────────────────────────────────────────────────────────────────

alter table snapshot_items add constraint planted_never_released check (not record_planted);
alter table scores add constraint score_in_range check (value between 1 and 5);
alter table scores add constraint score_has_one_giver check (num_nonnulls(review_id, deliberation_id) = 1);
alter table labels add constraint label_has_one_giver check (num_nonnulls(review_id, deliberation_id) = 1);
alter table records add constraint record_has_one_origin check (num_nonnulls(deliberation_id, import_id) = 1);
alter table reviews add constraint submitted_is_complete check (
  status <> 'submitted' or (decision is not null and submitted_at is not null)
);
alter table projects add constraint slots_in_range check (reviews_per_record between 1 and 5);
alter table deliberations add constraint held_only_while_open check (outcome is null or worker_id is null);

-- ── Counters ───────────────────────────────────────────────────────────────────────────────────

-- Statement-level, so that an import of 100,000 records counts once per shard, not once per row.
create function count_records() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into record_tallies as t (project_id, status, shard, n)
      select project_id, status, abs(hashtext(id::text)) % 16, count(*)
      from added group by 1, 2, 3 order by 1, 2, 3
      on conflict (project_id, status, shard) do update set n = t.n + excluded.n;
  else
    insert into record_tallies as t (project_id, status, shard, n)
      select project_id, status, abs(hashtext(id::text)) % 16, sum(change)
      from (
        select o.project_id, o.status, o.id, -1 as change from before o join after a using (id) where o.status <> a.status
        union all
        select a.project_id, a.status, a.id, 1 from before o join after a using (id) where o.status <> a.status
      ) as moved
      group by 1, 2, 3 order by 1, 2, 3
      on conflict (project_id, status, shard) do update set n = t.n + excluded.n;
  end if;
  return null;
end $$;
create trigger count_added after insert on records
  referencing new table as added for each statement execute function count_records();
create trigger count_moved after update on records
  referencing old table as before new table as after for each statement execute function count_records();
