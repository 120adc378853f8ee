-- A snapshot knows what it left out, and each of its items the approval that let it in: an unapproved
-- revision cannot be an item, whatever the code above does.

-- AlterTable
ALTER TABLE "snapshots" ADD COLUMN     "left_out" JSONB NOT NULL;

-- AlterTable
ALTER TABLE "snapshot_items" ADD COLUMN     "approval_id" UUID NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "approvals_id_record_id_revision_id_key" ON "approvals"("id", "record_id", "revision_id");

-- AddForeignKey
ALTER TABLE "snapshot_items" ADD CONSTRAINT "snapshot_items_approval_id_record_id_revision_id_fkey" FOREIGN KEY ("approval_id", "record_id", "revision_id") REFERENCES "approvals"("id", "record_id", "revision_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
