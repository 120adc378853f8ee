-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "stop_at_first_flaw" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "reviews" ADD COLUMN     "note_about" TEXT;

-- CreateTable
CREATE TABLE "gap_closings" (
    "review_id" UUID NOT NULL,
    "closed_by_id" UUID NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gap_closings_pkey" PRIMARY KEY ("review_id")
);

-- CreateIndex
CREATE INDEX "reviews_gaps" ON "reviews"("note_kind", "id") WHERE (note_kind <> 'remark' AND submitted_at IS NOT NULL AND withdrawn_at IS NULL);

-- AddForeignKey
ALTER TABLE "gap_closings" ADD CONSTRAINT "gap_closings_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gap_closings" ADD CONSTRAINT "gap_closings_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


