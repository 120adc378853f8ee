-- CreateEnum
CREATE TYPE "note_kind" AS ENUM ('remark', 'policy_gap', 'guidelines_gap');

-- AlterTable
ALTER TABLE "reviews" ADD COLUMN     "note_kind" "note_kind" NOT NULL DEFAULT 'remark';

-- CreateIndex
CREATE INDEX "reviews_claimed" ON "reviews"("claim_expires_at") WHERE (slot IS NOT NULL AND submitted_at IS NULL);


