-- CreateIndex
CREATE INDEX "reviews_scored" ON "reviews"("id") WHERE (asks_scores);


