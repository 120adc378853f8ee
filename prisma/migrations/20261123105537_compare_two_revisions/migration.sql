-- AlterEnum
ALTER TYPE "stage" ADD VALUE 'compare';

-- AlterTable
ALTER TABLE "deliberations" ADD COLUMN     "rival_revision_id" UUID;


