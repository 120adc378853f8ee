-- AlterTable
ALTER TABLE "runs" ADD COLUMN     "estimate" JSONB;


