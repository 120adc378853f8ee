-- A request's hash is stored as what it is, in half the bytes. (What was offered to workers is no longer written down:
-- the queue has each deliberation once; see 0042.)

-- AlterTable
ALTER TABLE "turns" ALTER COLUMN "request_hash" SET DATA TYPE BYTEA USING decode("request_hash", 'hex');
