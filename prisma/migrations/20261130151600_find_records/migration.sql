-- Trigrams are what text is searched by; any owner of a database may create this extension.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- AlterTable
ALTER TABLE "records" ADD COLUMN     "judges_agree" DOUBLE PRECISION NOT NULL DEFAULT 2,
ADD COLUMN     "people_agree" DOUBLE PRECISION NOT NULL DEFAULT 2;

-- AlterTable
ALTER TABLE "memberships" ADD COLUMN     "working" JSONB;

-- CreateTable
CREATE TABLE "record_search" (
    "record_id" UUID NOT NULL,
    "facets" TEXT[],
    "text" TEXT NOT NULL,

    CONSTRAINT "record_search_pkey" PRIMARY KEY ("record_id")
);

-- CreateIndex
CREATE INDEX "record_search_facets_idx" ON "record_search" USING GIN ("facets");

-- CreateIndex
CREATE INDEX "record_search_text_idx" ON "record_search" USING GIN ("text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "records_grave" ON "records"("project_id", "status", "id") WHERE (severity = ANY (ARRAY['high'::severity, 'unrated'::severity]));

-- CreateIndex
CREATE INDEX "records_gentle" ON "records"("project_id", "status", "id") WHERE (severity <> ALL (ARRAY['high'::severity, 'unrated'::severity]));

-- CreateIndex
CREATE INDEX "records_project_id_status_judges_agree_id_idx" ON "records"("project_id", "status", "judges_agree", "id");

-- CreateIndex
CREATE INDEX "records_project_id_status_people_agree_id_idx" ON "records"("project_id", "status", "people_agree", "id");

-- AddForeignKey
ALTER TABLE "record_search" ADD CONSTRAINT "record_search_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "records"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What records are found by ──────────────────────────────────────────────────────────────────

-- Text as it is searched: in one case, compatible forms as one, punctuation as blanks, and a blank around each letter
-- of scripts whose words are one or two letters long, so that trigrams find those too.
create function searchable(t text) returns text language sql immutable parallel safe as $$
  select ' ' || btrim(regexp_replace(
    case when octet_length(t) = char_length(t) then lower(t) else
      regexp_replace(lower(normalize(t, NFKC)), '([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3])', ' \1 ', 'g')
    end, '[[:punct:][:space:][:cntrl:]]+', ' ', 'g')) || ' '
$$;

-- The pattern by which words are found in such text: anywhere, or where all of them are short, from where one begins.
create function search_pattern(words text) returns text language sql immutable parallel safe as $$
  select case when w ~ '[^ ]{3}' then '%' || w || '%' else '% ' || w || '%' end from (select btrim(searchable(words)) as w) s
$$;

-- What is known of a record, as `kind:value`.
create function facets_of(r records) returns text[] language sql stable as $$
  select array(select facet from (
    select 'severity:' || r.severity as facet
    union all select 'outcome:' || r.outcome where r.outcome is not null
    union all select 'category:' || p.category from prompts p where p.id = r.prompt_id and p.category is not null
    union all select 'clause:' || c from unnest(r.cited_clauses) c
    union all select distinct 'policy:' || split_part(c, '.', 1) from unnest(r.cited_clauses) c
    union all select distinct 'model:' || v.model
      from runs w join plan_roles k on k.plan_id = w.plan_id join endpoint_versions v on v.id = k.endpoint_version_id
      where w.id = coalesce(r.run_id, (select o.run_id from records o where o.id = r.planted_from_id))
    union all select distinct 'check:' || f."check" from findings f where f.revision_id = r.head_revision_id
    union all (
      -- Means over judges, of the newest text that they judged; rounded down, so that whole numbers are ranges.
      select unnest(array['lowest:' || floor(min(d.mean)), 'faithful:' || floor(min(d.mean) filter (where d.dimension = 'cot_policy'))])
      from (
        select s.dimension, avg(s.value) as mean
        from scores s where s.deliberation_id is not null and s.revision_id = (
          select v.id from revisions v where v.record_id = r.id
            and exists (select from scores j where j.revision_id = v.id and j.deliberation_id is not null)
          order by v.number desc limit 1
        )
        group by 1
      ) d having count(*) > 0
    )
    union all (
      select case when count(distinct (v.decision, coalesce(m.content_hash, b.content_hash))) = 1
        then 'agreement:agreed' else 'agreement:differed' end
      from (
        select * from review_rounds where record_id = r.id and closed_at is not null order by number desc limit 1
      ) o
      join reviews v on v.round_id = o.id and v.kind = 'review' and v.status = 'submitted' and v.withdrawn_at is null
        and not v.after_reveal
      join revisions b on b.id = o.base_revision_id left join revisions m on m.id = v.revision_id
      having count(*) > 1
    )
  ) known where facet is not null)
$$;

-- Takes up what records are found by: of those that are new, or whose head is another.
create function index_records(ids uuid[]) returns void language sql as $$
  insert into record_search as s (record_id, facets, text)
    select r.id, facets_of(r), searchable(
      (select coalesce(string_agg(m->>'content', ' '), '') from jsonb_array_elements(p.messages) m) || ' ' ||
      (select coalesce(string_agg(t->>'text', ' '), '') from jsonb_array_elements(h.thoughts) t where t->'removed' is null)
      || ' ' || h.response)
    from records r join prompts p on p.id = r.prompt_id join revisions h on h.id = r.head_revision_id
    where r.id = any (ids) and p.erasure_id is null and h.erasure_id is null
    on conflict (record_id) do update set facets = excluded.facets, text = excluded.text
$$;

-- Works out anew how judges and people agree on records, and what else follows from scores and finished rounds.
create function weigh_records(ids uuid[]) returns void language sql as $$
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

create function index_new_heads() returns trigger language plpgsql as $$
declare
  ids uuid[];
begin
  if tg_op = 'INSERT' then
    select array_agg(id) into ids from added where head_revision_id is not null;
  else
    select array_agg(a.id) into ids from before b join after a using (id)
      where a.head_revision_id is distinct from b.head_revision_id;
  end if;
  if ids is not null then
    perform index_records(ids);
  end if;
  return null;
end $$;
create trigger index_added after insert on records
  referencing new table as added for each statement execute function index_new_heads();
create trigger index_moved after update on records
  referencing old table as before new table as after for each statement execute function index_new_heads();

create function weigh_scored() returns trigger language plpgsql as $$
begin
  perform weigh_records(array_agg(distinct v.record_id)) from added s join revisions v on v.id = s.revision_id
    having count(*) > 0;
  return null;
end $$;
create trigger weigh_scored after insert on scores
  referencing new table as added for each statement execute function weigh_scored();

create function weigh_finished() returns trigger language plpgsql as $$
begin
  perform weigh_records(array_agg(distinct a.record_id)) from before b join after a using (id)
    where a.closed_at is distinct from b.closed_at having count(*) > 0;
  return null;
end $$;
create trigger weigh_finished after update on review_rounds
  referencing old table as before new table as after for each statement execute function weigh_finished();

create function forget_erased() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'prompts' then
    delete from record_search s using records r where r.id = s.record_id and r.prompt_id = new.id;
  else
    delete from record_search s using records r where r.id = s.record_id and r.head_revision_id = new.id;
  end if;
  return null;
end $$;
create trigger forget_erased after update on prompts for each row
  when (old.erasure_id is distinct from new.erasure_id) execute function forget_erased();
create trigger forget_erased after update on revisions for each row
  when (old.erasure_id is distinct from new.erasure_id) execute function forget_erased();

select index_records(array_agg(id)) from records having count(*) > 0;
select weigh_records(array_agg(id)) from records having count(*) > 0;
