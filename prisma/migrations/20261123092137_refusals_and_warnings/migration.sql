-- How often an endpoint declines the task, by category, and what its client could not send; see 0044.

-- AlterTable
ALTER TABLE "attempts" ADD COLUMN     "warnings" TEXT[];

-- CreateTable
CREATE TABLE "refusal_tallies" (
    "run_id" UUID NOT NULL,
    "endpoint_version_id" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "shard" SMALLINT NOT NULL,
    "replies" INTEGER NOT NULL DEFAULT 0,
    "refusals" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "refusal_tallies_pkey" PRIMARY KEY ("run_id","endpoint_version_id","category","shard")
);

-- CreateIndex
CREATE INDEX "refusal_tallies_endpoint_version_id_idx" ON "refusal_tallies"("endpoint_version_id");

-- AddForeignKey
ALTER TABLE "refusal_tallies" ADD CONSTRAINT "refusal_tallies_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refusal_tallies" ADD CONSTRAINT "refusal_tallies_endpoint_version_id_fkey" FOREIGN KEY ("endpoint_version_id") REFERENCES "endpoint_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What makes an attempt a reply, and a reply a refusal.
create function is_reply(fault text) returns boolean language sql immutable as $$
  select fault is null or fault in ('bad_json', 'truncated', 'refused', 'content_filtered')
$$;
create function is_refusal(fault text) returns boolean language sql immutable as $$
  select coalesce(fault in ('refused', 'content_filtered'), false)
$$;

-- When a deliberation ends or is opened again: the tallies of its run follow, and with them how often each endpoint
-- declined the task.
create or replace function count_outcomes() returns trigger language plpgsql as $$
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
  if not found then
    return null;
  end if;
  insert into refusal_tallies as t (run_id, endpoint_version_id, category, shard, replies, refusals)
    select moved.run_id, c.endpoint_version_id, coalesce(p.category, ''), shard,
      sum(change), coalesce(sum(change) filter (where is_refusal(c.fault)), 0)
    from (
      select a.id, a.run_id, a.prompt_id, abs(hashtext(coalesce(b.worker_id::text, ''))) % 16 as shard,
        (a.outcome is not null)::int - (b.outcome is not null)::int as change
      from before b join after a using (id)
      where (a.outcome is null) <> (b.outcome is null) and a.attempt_count > 0
    ) as moved
    join attempts c on c.deliberation_id = moved.id and is_reply(c.fault)
    join prompts p on p.id = moved.prompt_id
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (run_id, endpoint_version_id, category, shard) do update set
      replies = t.replies + excluded.replies, refusals = t.refusals + excluded.refusals;
  return null;
end $$;

-- What ended before there was such a tally.
insert into refusal_tallies (run_id, endpoint_version_id, category, shard, replies, refusals)
  select d.run_id, c.endpoint_version_id, coalesce(p.category, ''), 0,
    count(*), count(*) filter (where is_refusal(c.fault))
  from deliberations d
  join attempts c on c.deliberation_id = d.id and is_reply(c.fault)
  join prompts p on p.id = d.prompt_id
  where d.outcome is not null
  group by 1, 2, 3;
