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
  update record_search s set facets = facets_of(r) from records r where r.id = s.record_id and r.id = any (ids);
$$;
