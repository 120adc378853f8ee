-- How fast a run goes can be asked without a scan; a sealed key is the text that sealing gives.

-- AlterTable
ALTER TABLE "endpoints" ALTER COLUMN "sealed_key" SET DATA TYPE TEXT USING convert_from("sealed_key", 'UTF8');

-- CreateIndex
CREATE INDEX "deliberations_ended" ON "deliberations"("run_id", "finished_at") WHERE (outcome IS NOT NULL);
