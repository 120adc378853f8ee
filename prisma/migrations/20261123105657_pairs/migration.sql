-- CreateEnum
CREATE TYPE "pair_fault" AS ENUM ('small_gap', 'shares_words');

-- AlterEnum
ALTER TYPE "stage" ADD VALUE 'whisper';
ALTER TYPE "stage" ADD VALUE 'believe';
ALTER TYPE "stage" ADD VALUE 'assess';

-- DropForeignKey
ALTER TABLE "pairs" DROP CONSTRAINT "pairs_rejected_revision_id_fkey";

-- DropIndex
DROP INDEX "pairs_selected_revision_id_rejected_revision_id_key";

-- AlterTable
ALTER TABLE "pairs" DROP COLUMN "reason",
DROP COLUMN "rejected_revision_id",
ADD COLUMN     "fault" "pair_fault",
ADD COLUMN     "project_id" UUID NOT NULL,
ADD COLUMN     "rejected_score" DOUBLE PRECISION NOT NULL,
ADD COLUMN     "rejected_seq" SMALLINT NOT NULL,
ADD COLUMN     "selected_score" DOUBLE PRECISION NOT NULL,
ALTER COLUMN "deliberation_id" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "pairs_deliberation_id_key" ON "pairs"("deliberation_id");

-- CreateIndex
CREATE INDEX "pairs_project_id_status_id_idx" ON "pairs"("project_id", "status", "id");

-- AddForeignKey
ALTER TABLE "pairs" ADD CONSTRAINT "pairs_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairs" ADD CONSTRAINT "pairs_deliberation_id_fkey" FOREIGN KEY ("deliberation_id") REFERENCES "deliberations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairs" ADD CONSTRAINT "pairs_rejected_fkey" FOREIGN KEY ("deliberation_id", "rejected_seq") REFERENCES "turns"("deliberation_id", "seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a pair is of, and by how much, never changes; only what becomes of it does, unless it was put aside from the start.
alter table pairs add constraint faulty_is_discarded check (fault is null or status = 'discarded');

create function guard_pair() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'status' = to_jsonb(old) - 'status' then
    return new;
  end if;
  raise exception 'what a pair is of never changes' using errcode = 'restrict_violation';
end $$;
create trigger only_judged before update or delete on pairs for each row execute function guard_pair();
