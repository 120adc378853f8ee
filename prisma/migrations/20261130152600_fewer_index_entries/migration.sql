-- DropIndex
DROP INDEX "deliberations_run_id_id_idx";


