-- CreateIndex
CREATE INDEX "pairs_claimed" ON "pairs"("claimed_by_id") WHERE (claimed_by_id IS NOT NULL);


