-- AlterEnum
ALTER TYPE "stage" ADD VALUE 'answer';
ALTER TYPE "stage" ADD VALUE 'examine';

-- AlterTable
ALTER TABLE "prompts" ADD COLUMN     "evaluation" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "snapshot_items" ADD COLUMN     "prompt_evaluation" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "prompt_id" UUID;

-- Items never change; this says of them what their records say already.
alter table snapshot_items disable trigger user;
update snapshot_items i set prompt_id = r.prompt_id from records r where r.id = i.record_id;
alter table snapshot_items enable trigger user;
ALTER TABLE "snapshot_items" ALTER COLUMN "prompt_id" SET NOT NULL;

-- CreateIndex
CREATE INDEX "prompts_evaluation" ON "prompts"("project_id", "number") WHERE (evaluation);

-- CreateIndex
CREATE UNIQUE INDEX "prompts_id_evaluation_key" ON "prompts"("id", "evaluation");

-- CreateIndex
CREATE UNIQUE INDEX "records_id_prompt_id_key" ON "records"("id", "prompt_id");

-- CreateIndex
CREATE INDEX "snapshot_items_prompt_id_idx" ON "snapshot_items"("prompt_id");

-- AddForeignKey
ALTER TABLE "snapshot_items" ADD CONSTRAINT "snapshot_items_record_prompt_fkey" FOREIGN KEY ("record_id", "prompt_id") REFERENCES "records"("id", "prompt_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "snapshot_items" ADD CONSTRAINT "snapshot_items_prompt_id_prompt_evaluation_fkey" FOREIGN KEY ("prompt_id", "prompt_evaluation") REFERENCES "prompts"("id", "evaluation") ON DELETE RESTRICT ON UPDATE RESTRICT;

alter table snapshot_items add constraint evaluation_never_released check (not prompt_evaluation);

-- A prompt may be set aside for evaluation later, and then stays so: what an endpoint was evaluated with is never trained on.
drop trigger only_erased_on_update on prompts;
create trigger only_erased_on_update before update on prompts
  for each row when (
    to_jsonb(old) - 'severity' - 'evaluation' is distinct from to_jsonb(new) - 'severity' - 'evaluation'
    or (old.evaluation and not new.evaluation)
  )
  execute function allow_only_erasure('messages', 'text');
