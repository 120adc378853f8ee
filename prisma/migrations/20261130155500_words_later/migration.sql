-- Words are taken up later for what runs under way give: to write a chain of thought into the index of trigrams costs more
-- than all its turns. Facts are known at once.

-- AlterTable
ALTER TABLE "record_search" ALTER COLUMN "text" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "record_search_unread" ON "record_search"("record_id") WHERE (text IS NULL);

create or replace function index_new_heads() returns trigger language plpgsql as $$
declare
  ids uuid[];
begin
  if tg_op = 'INSERT' then
    insert into record_search (record_id, facets)
      select r.id, facets_of(r) from added a join records r using (id)
        join runs w on w.id = r.run_id and w.status in ('running', 'paused')
        join prompts p on p.id = r.prompt_id join revisions h on h.id = r.head_revision_id
      where p.erasure_id is null and h.erasure_id is null;
    select array_agg(id) into ids from added a
      where head_revision_id is not null and not exists (select from record_search s where s.record_id = a.id);
  else
    select array_agg(a.id) into ids from before b join after a using (id)
      where a.head_revision_id is distinct from b.head_revision_id;
  end if;
  if ids is not null then
    perform index_records(ids);
  end if;
  return null;
end $$;

-- Takes up words that were left for later, of so many records at most. Says of how many it was.
create function index_words(most int) returns int language plpgsql as $$
declare
  ids uuid[];
begin
  select coalesce(array_agg(record_id), '{}') into ids from (
    select record_id from record_search where text is null order by record_id limit most for update skip locked
  ) unread;
  perform index_records(ids);
  return cardinality(ids);
end $$;
