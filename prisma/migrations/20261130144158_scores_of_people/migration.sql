-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "fit_kappa" DOUBLE PRECISION NOT NULL DEFAULT 0.6,
ADD COLUMN     "score_graded" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "scored_percent" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "reviews" ADD COLUMN     "asks_scores" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE UNIQUE INDEX "scores_review_id_dimension_key" ON "scores"("review_id", "dimension");


alter table projects add constraint scored_in_range check (scored_percent between 0 and 100);
alter table projects add constraint fit_in_range check (fit_kappa between 0 and 1);
