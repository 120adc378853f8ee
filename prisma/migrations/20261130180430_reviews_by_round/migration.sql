-- CreateIndex
CREATE INDEX "reviews_round_id_idx" ON "reviews"("round_id");


