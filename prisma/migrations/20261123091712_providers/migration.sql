-- AlterEnum
ALTER TYPE "provider" ADD VALUE 'openai';
ALTER TYPE "provider" ADD VALUE 'anthropic';
ALTER TYPE "provider" ADD VALUE 'google';
ALTER TYPE "provider" ADD VALUE 'amazon_bedrock';

-- AlterTable
ALTER TABLE "endpoint_versions" ADD COLUMN     "region" TEXT;
