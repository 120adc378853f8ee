-- As before, but that it says when it reckoned the moments (the work that follows takes longer at one time than at another),
-- and that a clock which is set back puts no requests and tokens in debt for as long.
drop function lease_endpoint;

create function lease_endpoint(
  of_endpoint uuid, for_worker uuid, in_use int, wanted int,
  need_requests float8, need_tokens float8, first_tokens float8, back_tokens float8,
  answered int, pushed_back int, failed int, lease_ms int,
  out slots int, out requests float8, out first_ms float8, out every_ms float8, out tokens float8,
  out is_stopped boolean, out closed_ms float8, out at_ms float8
) language plpgsql as $$
declare
  patience constant int := 10; -- faults in a row before no call is made for a while
  ahead_ms constant float8 := 400; -- how far requests are handed out in advance
  moment timestamptz;
  m endpoint_meters;
  e endpoints;
  others int;
  at_once int;
  share int;
  elapsed_ms float8;
  per_ms float8;
  token_burst float8;
begin
  insert into endpoint_meters (endpoint_id, concurrency, filled_at)
    select id, max_concurrent, now() - interval '1 h' from endpoints where id = of_endpoint
    on conflict (endpoint_id) do nothing;
  select * into strict m from endpoint_meters where endpoint_id = of_endpoint for update;
  select * into strict e from endpoints where id = of_endpoint;
  moment := clock_timestamp(); -- after the wait for the row
  at_ms := extract(epoch from moment) * 1000;
  is_stopped := e.state = 'stopped';

  -- Concurrency: halved when pushed back, growing back by one, either at most once a second.
  m.concurrency := least(m.concurrency, e.max_concurrent);
  if pushed_back > 0 and m.adjusted_at < moment - interval '1 s' then
    m.concurrency := greatest(1, m.concurrency / 2);
    m.adjusted_at := moment;
  elsif answered > 0 and pushed_back = 0 and m.adjusted_at < moment - interval '1 s' then
    m.concurrency := least(e.max_concurrent, m.concurrency + 1);
    m.adjusted_at := moment;
  end if;

  -- Breaker: after many faults in a row no call for a while, then one at a time until one succeeds.
  if answered > 0 then
    m.faults_in_row := 0;
    m.open_until := null;
    m.openings := 0;
  elsif failed > 0 then
    m.faults_in_row := m.faults_in_row + failed;
    if m.faults_in_row >= patience and coalesce(m.open_until <= moment, true) then
      m.open_until := moment + least(60, 5 * 2 ^ least(m.openings, 4)) * interval '1 s';
      m.openings := m.openings + 1;
    end if;
  end if;
  closed_ms := greatest(0, coalesce(extract(epoch from m.open_until - moment) * 1000, 0));
  at_once := case
    when is_stopped or closed_ms > 0 then 0
    when m.open_until is not null then 1
    else floor(m.concurrency)
  end;

  -- Slots: what is free, less the fair share of others who want more than they have.
  delete from endpoint_permits where endpoint_id = of_endpoint and expires_at < moment;
  select at_once / (count(*)::int + 1) into share
    from endpoint_permits p where p.endpoint_id = of_endpoint and p.worker_id <> for_worker and p.wanted > 0;
  select coalesce(sum(greatest(p.slots, least(p.wanted, share))), 0) into others
    from endpoint_permits p where p.endpoint_id = of_endpoint and p.worker_id <> for_worker;
  slots := greatest(0, least(lease_endpoint.wanted, at_once - others));
  if in_use = 0 and lease_endpoint.wanted = 0 then
    delete from endpoint_permits where endpoint_id = of_endpoint and worker_id = for_worker;
  else
    insert into endpoint_permits as p (endpoint_id, worker_id, slots, wanted, expires_at)
      values (of_endpoint, for_worker, greatest(slots, in_use), lease_endpoint.wanted, moment + lease_ms * interval '1 ms')
      on conflict (endpoint_id, worker_id)
      do update set slots = excluded.slots, wanted = excluded.wanted, expires_at = excluded.expires_at;
  end if;

  -- Where the clock was set back no time has passed.
  elapsed_ms := greatest(0, least(3600000, extract(epoch from moment - m.filled_at) * 1000));

  -- Requests: evenly spaced, and so far apart that no second holds more than its part of the minute although a request may
  -- arrive up to 63 ms late (see 0131). What was handed out in advance stands as a debt, below zero.
  if e.requests_per_minute is not null then
    per_ms := e.requests_per_minute * 0.94 / 60000;
    m.requests_left := least(0, m.requests_left + elapsed_ms * per_ms);
    first_ms := -m.requests_left / per_ms;
    every_ms := 1 / per_ms;
    requests := case
      when slots > 0 then greatest(0, least(need_requests, floor(ahead_ms * per_ms + m.requests_left) + 1))
      else 0
    end;
    m.requests_left := m.requests_left - requests;
  end if;

  -- Tokens: a bucket of ten seconds. With burst b and rate (limit - b) / 61 a second, no 60 seconds hold more than the
  -- limit, also where what was leased is used up to a second later.
  if e.tokens_per_minute is not null then
    token_burst := e.tokens_per_minute / 6.0;
    m.tokens_left := least(token_burst, m.tokens_left + back_tokens
      + elapsed_ms * (e.tokens_per_minute - token_burst) / 61000);
    -- A call that may take more than the bucket holds goes when it is full, and the bucket owes the rest.
    tokens := case
      when slots > 0 and m.tokens_left >= least(first_tokens, token_burst)
      then greatest(first_tokens, least(need_tokens, m.tokens_left))
      else 0
    end;
    m.tokens_left := m.tokens_left - tokens;
  end if;

  update endpoint_meters set concurrency = m.concurrency, adjusted_at = m.adjusted_at, faults_in_row = m.faults_in_row,
    open_until = m.open_until, openings = m.openings, requests_left = m.requests_left, tokens_left = m.tokens_left,
    filled_at = moment
    where endpoint_id = of_endpoint;
end $$;
