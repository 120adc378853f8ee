-- What a staged row duplicates is worked out once for the whole file, not for each page of its preview.

-- AlterTable
ALTER TABLE "staged_rows" ADD COLUMN     "duplicate" JSONB;
