-- DropIndex
DROP INDEX "comment_threads_record_id_idx";

-- CreateIndex
CREATE INDEX "comment_threads_record_id_id_idx" ON "comment_threads"("record_id", "id");

-- CreateIndex
CREATE INDEX "comment_threads_resolved" ON "comment_threads"("resolved_at") WHERE (resolved_at IS NOT NULL);


