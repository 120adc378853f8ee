-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "planted_percent" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "records" ADD COLUMN     "planted_flaws" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "planted_from_id" UUID;

-- AlterTable
ALTER TABLE "review_rounds" ADD COLUMN     "agreement" REAL;

-- CreateIndex
CREATE INDEX "records_planted" ON "records"("project_id", "id") WHERE (planted);

-- CreateIndex
CREATE INDEX "reviews_submitted_at_idx" ON "reviews"("submitted_at");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_round_adjudication" ON "reviews"("round_id") WHERE (kind = 'adjudication' AND withdrawn_at IS NULL);

-- AddForeignKey
ALTER TABLE "records" ADD CONSTRAINT "records_planted_from_id_fkey" FOREIGN KEY ("planted_from_id") REFERENCES "records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Rules that the schema language cannot say.

alter table review_rounds add constraint agreement_is_a_share check (agreement between 0 and 1);
alter table projects add constraint planted_in_range check (planted_percent between 0 and 20);

-- An adjudication fills no slot, and nobody decides where they have reviewed. Claims and skips are no reviews.
alter table reviews add constraint adjudication_has_no_slot check (kind = 'review' or slot is null);
create function refuse_own_adjudication() returns trigger language plpgsql as $$
begin
  if exists (
    select from review_rounds o
    join review_rounds s on s.record_id = o.record_id
    join reviews v on v.round_id = s.id
    where o.id = new.round_id and v.reviewer_id = new.reviewer_id and v.kind = 'review' and v.status = 'submitted'
      and v.withdrawn_at is null
  ) then
    raise exception 'nobody adjudicates what they have reviewed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger not_by_a_reviewer before insert on reviews
  for each row when (new.kind = 'adjudication') execute function refuse_own_adjudication();

-- A planted record is a copy of another one. It comes of nothing else, is planted for good, and nobody approves it.
alter table records drop constraint record_has_one_origin;
alter table records add constraint record_has_one_origin
  check (num_nonnulls(deliberation_id, import_id, planted_from_id) = 1 and planted = (planted_from_id is not null));

create or replace function guard_record() returns trigger language plpgsql as $$
begin
  if (new.project_id, new.prompt_id, new.run_id, new.deliberation_id, new.import_id, new.ref, new.synthetic, new.planted,
      new.planted_from_id, new.planted_flaws)
    is distinct from
    (old.project_id, old.prompt_id, old.run_id, old.deliberation_id, old.import_id, old.ref, old.synthetic, old.planted,
      old.planted_from_id, old.planted_flaws)
  then
    raise exception 'the origin of a record never changes' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create function refuse_planted() returns trigger language plpgsql as $$
begin
  if (select planted from records where id = new.record_id) then
    raise exception 'a planted record is never approved' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger never_of_planted before insert on approvals for each row execute function refuse_planted();
