-- DropIndex
DROP INDEX "record_search_text_idx";

-- DropIndex
DROP INDEX "records_cited_clauses_idx";

-- CreateIndex
CREATE INDEX "record_search_text_idx" ON "record_search" USING GIN ("text" gin_trgm_ops) WHERE (text IS NOT NULL);


