-- An import shows how far it is, why its columns were guessed so, and whether anyone still works on it.

-- AlterTable
ALTER TABLE "imports" ADD COLUMN     "guess" JSONB,
ADD COLUMN     "bytes_read" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "beat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateIndex
CREATE INDEX "imports_open" ON "imports"("beat_at") WHERE (finished_at IS NULL);
