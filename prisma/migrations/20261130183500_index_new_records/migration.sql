-- What records are found by is worked out for many at once: to begin anew for each cost more than what there was to find.
drop function facets_of(records);

-- What is known of records besides their severity, as `kind:value`.
create function facets_of(ids uuid[]) returns table (record_id uuid, facets text[]) language sql stable as $$
  with r as (select * from records where id = any (ids))
  select r.id, coalesce(array_agg(facet) filter (where facet is not null), '{}') from r left join (
    select r.id, 'outcome:' || r.outcome as facet from r where r.outcome is not null
    union all select r.id, 'category:' || p.category from r join prompts p on p.id = r.prompt_id where p.category is not null
    union all select r.id, 'clause:' || c from r, unnest(r.cited_clauses) c
    union all select distinct r.id, 'policy:' || split_part(c, '.', 1) from r, unnest(r.cited_clauses) c
    union all select distinct r.id, 'model:' || v.model
      from r join runs w on w.id = coalesce(r.run_id, (select o.run_id from records o where o.id = r.planted_from_id))
      join plan_roles k on k.plan_id = w.plan_id join endpoint_versions v on v.id = k.endpoint_version_id
    union all select distinct r.id, 'check:' || f."check" from r join findings f on f.revision_id = r.head_revision_id
    union all (
      -- Means over judges, of the newest text that they judged; rounded down, so that whole numbers are ranges.
      select d.id, unnest(array['lowest:' || floor(min(d.mean)), 'faithful:' || floor(min(d.mean) filter (where d.dimension = 'cot_policy'))])
      from (
        select r.id, s.dimension, avg(s.value) as mean
        from r cross join lateral (
          select v.id from revisions v where v.record_id = r.id
            and exists (select from scores j where j.revision_id = v.id and j.deliberation_id is not null)
          order by v.number desc limit 1
        ) v join scores s on s.revision_id = v.id and s.deliberation_id is not null
        group by 1, 2
      ) d
      group by 1
    )
    union all (
      select r.id, case when count(distinct (v.decision, coalesce(m.content_hash, b.content_hash))) = 1
        then 'agreement:agreed' else 'agreement:differed' end
      from r cross join lateral (
        select id, base_revision_id from review_rounds o
        where o.record_id = r.id and o.closed_at is not null order by o.number desc limit 1
      ) o
      join reviews v on v.round_id = o.id and v.kind = 'review' and v.status = 'submitted' and v.withdrawn_at is null
        and not v.after_reveal
      join revisions b on b.id = o.base_revision_id left join revisions m on m.id = v.revision_id
      group by 1 having count(*) > 1
    )
  ) known using (id) group by 1
$$;

create or replace function index_records(ids uuid[]) returns void language sql as $$
  insert into record_search as s (record_id, facets, text)
    select r.id, f.facets, searchable(
      (select coalesce(string_agg(m->>'content', ' '), '') from jsonb_array_elements(p.messages) m) || ' ' ||
      (select coalesce(string_agg(t->>'text', ' '), '') from jsonb_array_elements(h.thoughts) t where t->'removed' is null)
      || ' ' || h.response)
    from facets_of(ids) f join records r on r.id = f.record_id
      join prompts p on p.id = r.prompt_id join revisions h on h.id = r.head_revision_id
    where p.erasure_id is null and h.erasure_id is null
    on conflict (record_id) do update set facets = excluded.facets, text = excluded.text
$$;

-- Those who weigh the same records take turns, in order of id: each sees what the one before added, and none waits in a circle.
create or replace function weigh_records(ids uuid[]) returns void language sql as $$
  select from records where id = any (ids) order by id for no key update;
  with judged as (
    select v.record_id, s.dimension, v.id as revision_id, avg(s.value) as mean, count(*) as n, var_pop(s.value) as spread
    from revisions v join scores s on s.revision_id = v.id and s.deliberation_id is not null
    where v.record_id = any (ids) group by 1, 2, 3
  ), said as (
    select v.record_id, s.dimension, v.id as revision_id, avg(s.value) as mean
    from revisions v join scores s on s.revision_id = v.id
    join reviews w on w.id = s.review_id and w.status = 'submitted' and w.withdrawn_at is null and not w.after_reveal
    join review_rounds o on o.id = w.round_id and o.closed_at is not null
    where v.record_id = any (ids) group by 1, 2, 3
  ), weighed as (
    select r.id,
      coalesce((select 1 - avg(spread) / 4 from judged j where j.record_id = r.id and j.n > 1), 2)::float8 as judges,
      coalesce((select 1 - avg(abs(j.mean - s.mean)) / 4 from judged j join said s using (record_id, dimension, revision_id)
        where j.record_id = r.id), 2)::float8 as people
    from records r where r.id = any (ids)
  )
  update records r set judges_agree = w.judges, people_agree = w.people
    from weighed w where w.id = r.id and (r.judges_agree, r.people_agree) is distinct from (w.judges, w.people);
  update record_search s set facets = f.facets from facets_of(ids) f where s.record_id = f.record_id;
$$;

create or replace function index_new_heads() returns trigger language plpgsql as $$
declare
  ids uuid[];
  of_runs uuid[];
begin
  if tg_op = 'INSERT' then
    select array_agg(id) filter (where not under_way), array_agg(id) filter (where under_way) into ids, of_runs from (
      select id, exists (select from runs w where w.id = run_id and w.status in ('running', 'paused')) as under_way
      from added where head_revision_id is not null
    ) a;
    if of_runs is not null then
      insert into record_search (record_id, facets)
        select record_id, facets from facets_of(of_runs) join records r on r.id = record_id
        where not exists (select from prompts p where p.id = r.prompt_id and p.erasure_id is not null);
    end if;
  else
    select array_agg(a.id) into ids from before b join after a using (id)
      where a.head_revision_id is distinct from b.head_revision_id;
  end if;
  if ids is not null then
    perform index_records(ids);
  end if;
  return null;
end $$;
