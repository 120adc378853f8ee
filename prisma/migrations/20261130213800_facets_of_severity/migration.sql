-- Severity is a facet again, beside being a column: a lane that has nothing with some facets is found empty in the index of
-- facets, without a look at a record.

-- What is known of records, as `kind:value`.
create or replace function facets_of(ids uuid[]) returns table (record_id uuid, facets text[]) language sql stable as $$
  with r as (select * from records where id = any (ids))
  select r.id, array_agg(facet) filter (where facet is not null) from r join (
    select r.id, 'severity:' || r.severity as facet from r
    union all select r.id, 'outcome:' || r.outcome from r where r.outcome is not null
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
  -- Not what is known already: with the row, all its words would go into their index once more.
  update record_search s set facets = f.facets from facets_of(ids) f
    where s.record_id = f.record_id and not (s.facets @> f.facets and s.facets <@ f.facets);
$$;

-- Every row is written anew; to write its words into their index again, one by one, would take by far the longest.
drop index record_search_text_idx;
update record_search s set facets = s.facets || ('severity:' || r.severity) from records r
  where r.id = s.record_id and not s.facets @> array['severity:' || r.severity];
create index record_search_text_idx on record_search using gin (text gin_trgm_ops) where text is not null;
