-- CreateEnum
CREATE TYPE "pair_origin" AS ENUM ('belief', 'edit', 'round');

-- CreateEnum
CREATE TYPE "pair_side" AS ENUM ('selected', 'rejected');

-- CreateEnum
CREATE TYPE "pair_decision_kind" AS ENUM ('keep', 'flip', 'discard', 'undo');

-- AlterEnum
ALTER TYPE "pair_fault" ADD VALUE 'judged_better';
ALTER TYPE "pair_fault" ADD VALUE 'no_difference';
ALTER TYPE "pair_fault" ADD VALUE 'both_poor';
ALTER TYPE "pair_fault" ADD VALUE 'harmful';

-- AlterEnum
ALTER TYPE "stage" ADD VALUE 'sample';

-- AlterTable
ALTER TABLE "pairs" ADD COLUMN     "claim_expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "claimed_by_id" UUID,
ADD COLUMN     "control_best" DOUBLE PRECISION,
ADD COLUMN     "control_worst" DOUBLE PRECISION,
ADD COLUMN     "flipped" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "origin" "pair_origin",
ADD COLUMN     "prompt_id" UUID,
ADD COLUMN     "rejected_revision_id" UUID,
ADD COLUMN     "run_id" UUID,
ALTER COLUMN "deliberation_id" DROP NOT NULL,
ALTER COLUMN "rejected_score" DROP NOT NULL,
ALTER COLUMN "rejected_seq" DROP NOT NULL,
ALTER COLUMN "selected_score" DROP NOT NULL;

-- Pairs that there are came of belief runs.
drop trigger only_judged on pairs;
update pairs set origin = 'belief', run_id = d.run_id, prompt_id = d.prompt_id
  from deliberations d where d.id = pairs.deliberation_id;
ALTER TABLE "pairs" ALTER COLUMN "origin" SET NOT NULL, ALTER COLUMN "prompt_id" SET NOT NULL;

-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "belief_runs" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "pair_answers" (
    "id" UUID NOT NULL,
    "pair_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "first" "pair_side" NOT NULL,
    "better" "pair_side",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pair_answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pair_decisions" (
    "id" UUID NOT NULL,
    "answer_id" UUID NOT NULL,
    "kind" "pair_decision_kind" NOT NULL,
    "fault" "pair_fault",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pair_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "pair_answers_reviewer_id_id_idx" ON "pair_answers"("reviewer_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "pair_answers_pair_id_reviewer_id_key" ON "pair_answers"("pair_id", "reviewer_id");

-- CreateIndex
CREATE INDEX "pair_decisions_answer_id_id_idx" ON "pair_decisions"("answer_id", "id");

-- CreateIndex
CREATE INDEX "pairs_run_id_rejected_score_idx" ON "pairs"("run_id", "rejected_score");

-- CreateIndex
CREATE UNIQUE INDEX "pairs_selected_revision_id_rejected_revision_id_key" ON "pairs"("selected_revision_id", "rejected_revision_id");

-- AddForeignKey
ALTER TABLE "pairs" ADD CONSTRAINT "pairs_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairs" ADD CONSTRAINT "pairs_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairs" ADD CONSTRAINT "pairs_rejected_revision_id_fkey" FOREIGN KEY ("rejected_revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairs" ADD CONSTRAINT "pairs_claimed_by_id_fkey" FOREIGN KEY ("claimed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pair_answers" ADD CONSTRAINT "pair_answers_pair_id_fkey" FOREIGN KEY ("pair_id") REFERENCES "pairs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pair_answers" ADD CONSTRAINT "pair_answers_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pair_decisions" ADD CONSTRAINT "pair_decisions_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "pair_answers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A pair has one rejected side: a turn of its belief run, or a revision.
alter table pairs add constraint one_rejected_side check (
  num_nonnulls(rejected_seq, rejected_revision_id) = 1
  and num_nonnulls(run_id, deliberation_id, rejected_seq, selected_score, rejected_score) in (0, 5)
  and (origin = 'belief') = (rejected_seq is not null)
);
-- What a model said under a belief is never the side to prefer.
alter table pairs add constraint belief_is_never_preferred check (not flipped or origin <> 'belief');
alter table pairs add constraint only_kept_is_flipped check (not flipped or status = 'kept');
alter table pairs add constraint claimed_for_a_while check ((claimed_by_id is null) = (claim_expires_at is null));
alter table pair_decisions add constraint discarded_for_a_reason check ((kind = 'discard') = (fault is not null));

-- What a pair is of, and by how much, never changes; what a check found stays found.
create or replace function guard_pair() returns trigger language plpgsql as $$
declare
  judged constant text[] := array['status', 'fault', 'flipped', 'claimed_by_id', 'claim_expires_at'];
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - judged = to_jsonb(old) - judged
    and (old.fault is null or old.fault::text not in ('small_gap', 'shares_words'))
    and (new.fault is null or new.fault::text not in ('small_gap', 'shares_words'))
  then
    return new;
  end if;
  raise exception 'what a pair is of never changes' using errcode = 'restrict_violation';
end $$;
create trigger only_judged before update or delete on pairs for each row execute function guard_pair();

-- A pair leaves only once a person kept it, by the side that they prefer.
create function guard_pair_item() returns trigger language plpgsql as $$
begin
  if exists (
    select from pairs p where p.id = new.pair_id and p.status = 'kept'
      and new.revision_id = case when p.flipped then p.rejected_revision_id else p.selected_revision_id end
  ) then
    return new;
  end if;
  raise exception 'only a kept pair is an item, by the side that is preferred' using errcode = 'restrict_violation';
end $$;
create trigger only_kept_pairs before insert on snapshot_items
  for each row when (new.pair_id is not null) execute function guard_pair_item();

do $$
declare
  t text;
begin
  foreach t in array array['pair_answers', 'pair_decisions'] loop
    execute format(
      'create trigger never_changes before update or delete on %I for each row execute function refuse_change()', t);
    execute format(
      'create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;
