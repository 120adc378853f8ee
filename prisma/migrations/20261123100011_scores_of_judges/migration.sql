-- AlterEnum
ALTER TYPE "stage" ADD VALUE 'grade';

-- AlterTable
ALTER TABLE "scores" ADD COLUMN     "judge" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "scores_deliberation_id_judge_dimension_key" ON "scores"("deliberation_id", "judge", "dimension");


