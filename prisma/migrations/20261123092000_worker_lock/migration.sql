-- Whether a worker's advisory lock says that its process lives.

-- AlterTable
ALTER TABLE "workers" ADD COLUMN     "locked_at" TIMESTAMPTZ(3);
