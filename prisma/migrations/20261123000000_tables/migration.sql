-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "pair_status" AS ENUM ('proposed', 'kept', 'discarded');

-- CreateEnum
CREATE TYPE "endpoint_state" AS ENUM ('ready', 'stopped');

-- CreateEnum
CREATE TYPE "provider" AS ENUM ('openai_compatible', 'rehearsal');

-- CreateEnum
CREATE TYPE "project_role" AS ENUM ('annotator', 'lead', 'reader');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('person', 'operator', 'system');

-- CreateEnum
CREATE TYPE "severity" AS ENUM ('none', 'low', 'medium', 'high', 'unrated');

-- CreateEnum
CREATE TYPE "import_kind" AS ENUM ('prompts', 'cots');

-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('reading', 'ready', 'storing', 'done', 'refused', 'cancelled');

-- CreateEnum
CREATE TYPE "record_status" AS ENUM ('awaiting_review', 'in_review', 'needs_adjudication', 'changes_requested', 'approved', 'rejected', 'stale', 'superseded', 'withdrawn');

-- CreateEnum
CREATE TYPE "revision_author" AS ENUM ('deliberation', 'import', 'person');

-- CreateEnum
CREATE TYPE "disposition" AS ENUM ('comply', 'safe_alternative', 'refuse');

-- CreateEnum
CREATE TYPE "thought_label" AS ENUM ('sound', 'redundant', 'repetitive', 'deceptive', 'policy_inconsistent', 'unsupported');

-- CreateEnum
CREATE TYPE "review_kind" AS ENUM ('review', 'adjudication');

-- CreateEnum
CREATE TYPE "review_status" AS ENUM ('pending', 'draft', 'submitted', 'skipped');

-- CreateEnum
CREATE TYPE "decision" AS ENUM ('approve', 'request_changes', 'reject');

-- CreateEnum
CREATE TYPE "reasoning_verdict" AS ENUM ('sound', 'fixed', 'flawed');

-- CreateEnum
CREATE TYPE "response_verdict" AS ENUM ('right', 'fixed', 'wrong');

-- CreateEnum
CREATE TYPE "recipe_kind" AS ENUM ('deliberation', 'baseline', 'grading', 'belief', 'evaluation');

-- CreateEnum
CREATE TYPE "run_status" AS ENUM ('queued', 'running', 'paused', 'cancelled', 'finished');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('consensus', 'rounds_spent', 'completed', 'agent_refused', 'unparseable', 'truncated', 'budget_spent', 'endpoint_failed', 'cancelled');

-- CreateEnum
CREATE TYPE "stage" AS ENUM ('intent', 'initial', 'deliberate', 'refine', 'baseline');

-- CreateTable
CREATE TABLE "pairs" (
    "id" UUID NOT NULL,
    "selected_revision_id" UUID NOT NULL,
    "rejected_revision_id" UUID NOT NULL,
    "deliberation_id" UUID,
    "status" "pair_status" NOT NULL DEFAULT 'proposed',
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pairs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshots" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "created_by_id" UUID,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "item_count" INTEGER NOT NULL,
    "items_hash" TEXT NOT NULL,
    "synthetic" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "snapshots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshot_items" (
    "snapshot_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "record_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "pair_id" UUID,
    "record_planted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "snapshot_items_pkey" PRIMARY KEY ("snapshot_id","position")
);

-- CreateTable
CREATE TABLE "releases" (
    "id" UUID NOT NULL,
    "snapshot_id" UUID NOT NULL,
    "created_by_id" UUID,
    "format" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "manifest" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "releases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "endpoints" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sealed_key" BYTEA,
    "max_concurrent" INTEGER NOT NULL DEFAULT 4,
    "requests_per_minute" INTEGER,
    "tokens_per_minute" INTEGER,
    "state" "endpoint_state" NOT NULL DEFAULT 'ready',
    "stopped_reason" TEXT,
    "stopped_at" TIMESTAMPTZ(3),
    "last_test" JSONB,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "endpoints_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "endpoint_versions" (
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "provider" "provider" NOT NULL,
    "base_url" TEXT,
    "model" TEXT NOT NULL,
    "structured_outputs" BOOLEAN NOT NULL DEFAULT false,
    "input_price" INTEGER NOT NULL DEFAULT 0,
    "cached_input_price" INTEGER,
    "output_price" INTEGER NOT NULL DEFAULT 0,
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "endpoint_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "endpoint_grants" (
    "endpoint_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "endpoint_grants_pkey" PRIMARY KEY ("endpoint_id","project_id")
);

-- CreateTable
CREATE TABLE "endpoint_meters" (
    "endpoint_id" UUID NOT NULL,
    "concurrency" DOUBLE PRECISION NOT NULL,
    "requests_left" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "tokens_left" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "filled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "faults_in_row" INTEGER NOT NULL DEFAULT 0,
    "open_until" TIMESTAMPTZ(3),

    CONSTRAINT "endpoint_meters_pkey" PRIMARY KEY ("endpoint_id")
);

-- CreateTable
CREATE TABLE "endpoint_permits" (
    "endpoint_id" UUID NOT NULL,
    "worker_id" UUID NOT NULL,
    "slots" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "endpoint_permits_pkey" PRIMARY KEY ("endpoint_id","worker_id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'user',
    "banned" BOOLEAN NOT NULL DEFAULT false,
    "ban_reason" TEXT,
    "ban_expires" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "impersonated_by" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verifications" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "project_id" UUID,
    "created_by_id" UUID NOT NULL,
    "accepted_by_id" UUID,
    "token_hash" TEXT NOT NULL,
    "email" TEXT,
    "role" "project_role",
    "is_admin" BOOLEAN NOT NULL DEFAULT false,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "project_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "project_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("project_id","user_id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" UUID NOT NULL,
    "project_id" UUID,
    "actor_id" UUID,
    "actor_kind" "actor_kind" NOT NULL,
    "action" TEXT NOT NULL,
    "object_kind" TEXT NOT NULL,
    "object_id" TEXT,
    "reason" TEXT,
    "detail" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasures" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "actor_id" UUID,
    "actor_kind" "actor_kind" NOT NULL,
    "object_kind" TEXT NOT NULL,
    "object_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policies" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "last_clause_number" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_drafts" (
    "policy_id" UUID NOT NULL,
    "updated_by_id" UUID,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_drafts_pkey" PRIMARY KEY ("policy_id")
);

-- CreateTable
CREATE TABLE "policy_versions" (
    "id" UUID NOT NULL,
    "policy_id" UUID NOT NULL,
    "published_by_id" UUID,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clauses" (
    "id" UUID NOT NULL,
    "policy_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "clauses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clause_versions" (
    "policy_version_id" UUID NOT NULL,
    "clause_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "clause_versions_pkey" PRIMARY KEY ("policy_version_id","clause_id")
);

-- CreateTable
CREATE TABLE "policy_sets" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_sets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_set_items" (
    "policy_set_id" UUID NOT NULL,
    "policy_version_id" UUID NOT NULL,

    CONSTRAINT "policy_set_items_pkey" PRIMARY KEY ("policy_set_id","policy_version_id")
);

-- CreateTable
CREATE TABLE "guidelines_versions" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "published_by_id" UUID,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "guidelines_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guidelines_drafts" (
    "project_id" UUID NOT NULL,
    "updated_by_id" UUID,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "guidelines_drafts_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "projects" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_demonstration" BOOLEAN NOT NULL DEFAULT false,
    "reviews_per_record" INTEGER NOT NULL DEFAULT 1,
    "claim_minutes" INTEGER NOT NULL DEFAULT 20,
    "last_prompt_number" INTEGER NOT NULL DEFAULT 0,
    "last_import_number" INTEGER NOT NULL DEFAULT 0,
    "last_policy_number" INTEGER NOT NULL DEFAULT 0,
    "last_run_number" INTEGER NOT NULL DEFAULT 0,
    "last_snapshot_number" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "projects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_tallies" (
    "project_id" UUID NOT NULL,
    "status" "record_status" NOT NULL,
    "shard" SMALLINT NOT NULL,
    "n" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "record_tallies_pkey" PRIMARY KEY ("project_id","status","shard")
);

-- CreateTable
CREATE TABLE "prompts" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "import_id" UUID,
    "erasure_id" UUID,
    "number" INTEGER NOT NULL,
    "messages" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "severity" "severity" NOT NULL DEFAULT 'unrated',
    "data_set" TEXT,
    "source_row" INTEGER,
    "category" TEXT,
    "subcategory" TEXT,
    "licence" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "prompts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imports" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "created_by_id" UUID,
    "number" INTEGER NOT NULL,
    "kind" "import_kind" NOT NULL DEFAULT 'prompts',
    "status" "import_status" NOT NULL DEFAULT 'reading',
    "file_name" TEXT NOT NULL,
    "file_sha256" TEXT,
    "file_bytes" BIGINT,
    "format" TEXT,
    "encoding" TEXT,
    "columns" JSONB,
    "mapping" JSONB,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "faulty" INTEGER NOT NULL DEFAULT 0,
    "refusal" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staged_rows" (
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "candidate" JSONB,
    "content_hash" TEXT,
    "fault" JSONB,

    CONSTRAINT "staged_rows_pkey" PRIMARY KEY ("import_id","row")
);

-- CreateTable
CREATE TABLE "records" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "prompt_id" UUID NOT NULL,
    "run_id" UUID,
    "deliberation_id" UUID,
    "import_id" UUID,
    "head_revision_id" UUID,
    "superseded_by_id" UUID,
    "ref" TEXT NOT NULL,
    "status" "record_status" NOT NULL DEFAULT 'awaiting_review',
    "severity" "severity" NOT NULL,
    "outcome" "outcome",
    "cited_clauses" TEXT[],
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "planted" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revisions" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "parent_id" UUID,
    "author_id" UUID,
    "erasure_id" UUID,
    "number" INTEGER NOT NULL,
    "author_kind" "revision_author" NOT NULL,
    "thoughts" JSONB NOT NULL,
    "thought_count" INTEGER NOT NULL,
    "response" TEXT NOT NULL,
    "disposition" "disposition",
    "content_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "labels" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "review_id" UUID,
    "deliberation_id" UUID,
    "erasure_id" UUID,
    "thought_id" TEXT NOT NULL,
    "label" "thought_label" NOT NULL,
    "why" TEXT,

    CONSTRAINT "labels_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scores" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "review_id" UUID,
    "deliberation_id" UUID,
    "erasure_id" UUID,
    "dimension" TEXT NOT NULL,
    "value" SMALLINT NOT NULL,
    "evidence" JSONB,

    CONSTRAINT "scores_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "findings" (
    "revision_id" UUID NOT NULL,
    "thought_id" TEXT NOT NULL,
    "check" TEXT NOT NULL,
    "detail" JSONB,

    CONSTRAINT "findings_pkey" PRIMARY KEY ("revision_id","thought_id","check")
);

-- CreateTable
CREATE TABLE "review_rounds" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "base_revision_id" UUID NOT NULL,
    "policy_set_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "slots" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_rounds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "revision_id" UUID,
    "erasure_id" UUID,
    "kind" "review_kind" NOT NULL DEFAULT 'review',
    "status" "review_status" NOT NULL DEFAULT 'pending',
    "slot" SMALLINT,
    "claim_expires_at" TIMESTAMPTZ(3),
    "decision" "decision",
    "reasoning" "reasoning_verdict",
    "response_verdict" "response_verdict",
    "note" TEXT,
    "after_reveal" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "drafts" (
    "review_id" UUID NOT NULL,
    "base_revision_id" UUID NOT NULL,
    "erasure_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "content" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("review_id")
);

-- CreateTable
CREATE TABLE "approvals" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "policy_set_id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "approvals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipes" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recipes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipe_versions" (
    "id" UUID NOT NULL,
    "recipe_id" UUID NOT NULL,
    "created_by_id" UUID,
    "version" INTEGER NOT NULL,
    "kind" "recipe_kind" NOT NULL,
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recipe_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plans" (
    "id" UUID NOT NULL,
    "recipe_version_id" UUID NOT NULL,
    "policy_set_id" UUID NOT NULL,
    "seed" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_roles" (
    "plan_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "endpoint_version_id" UUID NOT NULL,

    CONSTRAINT "plan_roles_pkey" PRIMARY KEY ("plan_id","role")
);

-- CreateTable
CREATE TABLE "runs" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "created_by_id" UUID,
    "number" INTEGER NOT NULL,
    "kind" "recipe_kind" NOT NULL,
    "status" "run_status" NOT NULL DEFAULT 'queued',
    "opens_reviews" BOOLEAN NOT NULL DEFAULT true,
    "synthetic" BOOLEAN NOT NULL,
    "subjects" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_budgets" (
    "run_id" UUID NOT NULL,
    "cap_micros" BIGINT,
    "held_micros" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "run_budgets_pkey" PRIMARY KEY ("run_id")
);

-- CreateTable
CREATE TABLE "run_wallets" (
    "run_id" UUID NOT NULL,
    "worker_id" UUID NOT NULL,
    "held_micros" BIGINT NOT NULL,

    CONSTRAINT "run_wallets_pkey" PRIMARY KEY ("run_id","worker_id")
);

-- CreateTable
CREATE TABLE "run_tallies" (
    "run_id" UUID NOT NULL,
    "outcome" "outcome" NOT NULL,
    "shard" SMALLINT NOT NULL,
    "n" INTEGER NOT NULL DEFAULT 0,
    "turns" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "tokens_in" BIGINT NOT NULL DEFAULT 0,
    "tokens_cached" BIGINT NOT NULL DEFAULT 0,
    "tokens_out" BIGINT NOT NULL DEFAULT 0,
    "cost_micros" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "run_tallies_pkey" PRIMARY KEY ("run_id","outcome","shard")
);

-- CreateTable
CREATE TABLE "deliberations" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "prompt_id" UUID NOT NULL,
    "subject_revision_id" UUID,
    "worker_id" UUID,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "priority" SMALLINT NOT NULL DEFAULT 0,
    "ready_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "waiting_for" TEXT,
    "outcome" "outcome",
    "outcome_reason" TEXT,
    "turn_count" INTEGER NOT NULL DEFAULT 0,
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "tokens_in" INTEGER NOT NULL DEFAULT 0,
    "tokens_cached" INTEGER NOT NULL DEFAULT 0,
    "tokens_out" INTEGER NOT NULL DEFAULT 0,
    "cost_micros" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "deliberations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "turns" (
    "deliberation_id" UUID NOT NULL,
    "seq" SMALLINT NOT NULL,
    "stage" "stage" NOT NULL,
    "round" SMALLINT,
    "role" TEXT NOT NULL,
    "reply" JSON NOT NULL,
    "raw" TEXT,
    "request_hash" TEXT NOT NULL,
    "model" TEXT,
    "erasure_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "turns_pkey" PRIMARY KEY ("deliberation_id","seq")
);

-- CreateTable
CREATE TABLE "attempts" (
    "deliberation_id" UUID NOT NULL,
    "seq" SMALLINT NOT NULL,
    "n" SMALLINT NOT NULL,
    "endpoint_version_id" UUID NOT NULL,
    "fault" TEXT,
    "fault_detail" TEXT,
    "retry_after_ms" INTEGER,
    "raw" TEXT,
    "finish_reason" TEXT,
    "tokens_in" INTEGER,
    "tokens_cached" INTEGER,
    "tokens_out" INTEGER,
    "cost_micros" BIGINT NOT NULL DEFAULT 0,
    "latency_ms" INTEGER NOT NULL,
    "erasure_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attempts_pkey" PRIMARY KEY ("deliberation_id","seq","n")
);

-- CreateTable
CREATE TABLE "workers" (
    "id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "pid" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "beat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stopped_at" TIMESTAMPTZ(3),

    CONSTRAINT "workers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "pairs_selected_revision_id_rejected_revision_id_key" ON "pairs"("selected_revision_id", "rejected_revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "snapshots_project_id_number_key" ON "snapshots"("project_id", "number");

-- CreateIndex
CREATE INDEX "snapshot_items_record_id_idx" ON "snapshot_items"("record_id");

-- CreateIndex
CREATE UNIQUE INDEX "releases_snapshot_id_format_sha256_key" ON "releases"("snapshot_id", "format", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "endpoints_name_key" ON "endpoints"("name");

-- CreateIndex
CREATE UNIQUE INDEX "endpoint_versions_endpoint_id_version_key" ON "endpoint_versions"("endpoint_id", "version");

-- CreateIndex
CREATE INDEX "endpoint_grants_project_id_idx" ON "endpoint_grants"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_key" ON "sessions"("token");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE INDEX "verifications_identifier_idx" ON "verifications"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_project_id_idx" ON "invitations"("project_id");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE INDEX "audit_events_project_id_id_idx" ON "audit_events"("project_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "policies_project_id_number_key" ON "policies"("project_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "policy_versions_policy_id_version_key" ON "policy_versions"("policy_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "clauses_policy_id_number_key" ON "clauses"("policy_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "clause_versions_policy_version_id_position_key" ON "clause_versions"("policy_version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "policy_sets_project_id_number_key" ON "policy_sets"("project_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "guidelines_versions_project_id_version_key" ON "guidelines_versions"("project_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "projects_slug_key" ON "projects"("slug");

-- CreateIndex
CREATE INDEX "prompts_project_id_category_number_idx" ON "prompts"("project_id", "category", "number");

-- CreateIndex
CREATE INDEX "prompts_project_id_severity_number_idx" ON "prompts"("project_id", "severity", "number");

-- CreateIndex
CREATE UNIQUE INDEX "prompts_project_id_number_key" ON "prompts"("project_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "prompts_project_id_content_hash_key" ON "prompts"("project_id", "content_hash");

-- CreateIndex
CREATE UNIQUE INDEX "imports_project_id_number_key" ON "imports"("project_id", "number");

-- CreateIndex
CREATE INDEX "staged_rows_import_id_content_hash_idx" ON "staged_rows"("import_id", "content_hash");

-- CreateIndex
CREATE UNIQUE INDEX "records_deliberation_id_key" ON "records"("deliberation_id");

-- CreateIndex
CREATE INDEX "records_project_id_status_id_idx" ON "records"("project_id", "status", "id");

-- CreateIndex
CREATE INDEX "records_prompt_id_idx" ON "records"("prompt_id");

-- CreateIndex
CREATE INDEX "records_cited_clauses_idx" ON "records" USING GIN ("cited_clauses");

-- CreateIndex
CREATE UNIQUE INDEX "records_project_id_ref_key" ON "records"("project_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "records_id_planted_key" ON "records"("id", "planted");

-- CreateIndex
CREATE UNIQUE INDEX "revisions_record_id_number_key" ON "revisions"("record_id", "number");

-- CreateIndex
CREATE INDEX "labels_revision_id_idx" ON "labels"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "labels_review_id_thought_id_key" ON "labels"("review_id", "thought_id");

-- CreateIndex
CREATE INDEX "scores_revision_id_dimension_idx" ON "scores"("revision_id", "dimension");

-- CreateIndex
CREATE UNIQUE INDEX "review_rounds_record_id_number_key" ON "review_rounds"("record_id", "number");

-- CreateIndex
CREATE INDEX "reviews_reviewer_id_id_idx" ON "reviews"("reviewer_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_round_slot" ON "reviews"("round_id", "slot") WHERE (withdrawn_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "reviews_round_reviewer" ON "reviews"("round_id", "reviewer_id") WHERE (withdrawn_at IS NULL AND NOT after_reveal);

-- CreateIndex
CREATE UNIQUE INDEX "approvals_in_force" ON "approvals"("record_id") WHERE (withdrawn_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "recipes_project_id_name_key" ON "recipes"("project_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "recipe_versions_recipe_id_version_key" ON "recipe_versions"("recipe_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "runs_plan_id_key" ON "runs"("plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "runs_project_id_number_key" ON "runs"("project_id", "number");

-- CreateIndex
CREATE INDEX "deliberations_run_id_outcome_id_idx" ON "deliberations"("run_id", "outcome", "id");

-- CreateIndex
CREATE INDEX "deliberations_run_id_id_idx" ON "deliberations"("run_id", "id");

-- CreateIndex
CREATE INDEX "deliberations_prompt_id_idx" ON "deliberations"("prompt_id");

-- CreateIndex
CREATE INDEX "deliberations_due" ON "deliberations"("ready_at") WHERE (outcome IS NULL AND worker_id IS NULL);

-- CreateIndex
CREATE INDEX "deliberations_held" ON "deliberations"("worker_id") WHERE (outcome IS NULL AND worker_id IS NOT NULL);

-- AddForeignKey
ALTER TABLE "pairs" ADD CONSTRAINT "pairs_selected_revision_id_fkey" FOREIGN KEY ("selected_revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairs" ADD CONSTRAINT "pairs_rejected_revision_id_fkey" FOREIGN KEY ("rejected_revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot_items" ADD CONSTRAINT "snapshot_items_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot_items" ADD CONSTRAINT "snapshot_items_record_id_record_planted_fkey" FOREIGN KEY ("record_id", "record_planted") REFERENCES "records"("id", "planted") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "snapshot_items" ADD CONSTRAINT "snapshot_items_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot_items" ADD CONSTRAINT "snapshot_items_pair_id_fkey" FOREIGN KEY ("pair_id") REFERENCES "pairs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "releases" ADD CONSTRAINT "releases_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endpoint_versions" ADD CONSTRAINT "endpoint_versions_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "endpoints"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endpoint_grants" ADD CONSTRAINT "endpoint_grants_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "endpoints"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endpoint_grants" ADD CONSTRAINT "endpoint_grants_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endpoint_meters" ADD CONSTRAINT "endpoint_meters_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "endpoints"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endpoint_permits" ADD CONSTRAINT "endpoint_permits_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "endpoints"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policies" ADD CONSTRAINT "policies_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_drafts" ADD CONSTRAINT "policy_drafts_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clauses" ADD CONSTRAINT "clauses_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clause_versions" ADD CONSTRAINT "clause_versions_policy_version_id_fkey" FOREIGN KEY ("policy_version_id") REFERENCES "policy_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clause_versions" ADD CONSTRAINT "clause_versions_clause_id_fkey" FOREIGN KEY ("clause_id") REFERENCES "clauses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_sets" ADD CONSTRAINT "policy_sets_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_set_items" ADD CONSTRAINT "policy_set_items_policy_set_id_fkey" FOREIGN KEY ("policy_set_id") REFERENCES "policy_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_set_items" ADD CONSTRAINT "policy_set_items_policy_version_id_fkey" FOREIGN KEY ("policy_version_id") REFERENCES "policy_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guidelines_versions" ADD CONSTRAINT "guidelines_versions_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_tallies" ADD CONSTRAINT "record_tallies_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompts" ADD CONSTRAINT "prompts_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompts" ADD CONSTRAINT "prompts_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prompts" ADD CONSTRAINT "prompts_erasure_id_fkey" FOREIGN KEY ("erasure_id") REFERENCES "erasures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staged_rows" ADD CONSTRAINT "staged_rows_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "records" ADD CONSTRAINT "records_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "records" ADD CONSTRAINT "records_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "records" ADD CONSTRAINT "records_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "records" ADD CONSTRAINT "records_deliberation_id_fkey" FOREIGN KEY ("deliberation_id") REFERENCES "deliberations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "records" ADD CONSTRAINT "records_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "records" ADD CONSTRAINT "records_head_revision_id_fkey" FOREIGN KEY ("head_revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "records" ADD CONSTRAINT "records_superseded_by_id_fkey" FOREIGN KEY ("superseded_by_id") REFERENCES "records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_erasure_id_fkey" FOREIGN KEY ("erasure_id") REFERENCES "erasures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "labels" ADD CONSTRAINT "labels_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "labels" ADD CONSTRAINT "labels_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "labels" ADD CONSTRAINT "labels_erasure_id_fkey" FOREIGN KEY ("erasure_id") REFERENCES "erasures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scores" ADD CONSTRAINT "scores_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scores" ADD CONSTRAINT "scores_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scores" ADD CONSTRAINT "scores_erasure_id_fkey" FOREIGN KEY ("erasure_id") REFERENCES "erasures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_rounds" ADD CONSTRAINT "review_rounds_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_rounds" ADD CONSTRAINT "review_rounds_base_revision_id_fkey" FOREIGN KEY ("base_revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_rounds" ADD CONSTRAINT "review_rounds_policy_set_id_fkey" FOREIGN KEY ("policy_set_id") REFERENCES "policy_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "review_rounds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_erasure_id_fkey" FOREIGN KEY ("erasure_id") REFERENCES "erasures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_erasure_id_fkey" FOREIGN KEY ("erasure_id") REFERENCES "erasures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "records"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_policy_set_id_fkey" FOREIGN KEY ("policy_set_id") REFERENCES "policy_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipes" ADD CONSTRAINT "recipes_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recipe_versions" ADD CONSTRAINT "recipe_versions_recipe_id_fkey" FOREIGN KEY ("recipe_id") REFERENCES "recipes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plans" ADD CONSTRAINT "plans_recipe_version_id_fkey" FOREIGN KEY ("recipe_version_id") REFERENCES "recipe_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plans" ADD CONSTRAINT "plans_policy_set_id_fkey" FOREIGN KEY ("policy_set_id") REFERENCES "policy_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_roles" ADD CONSTRAINT "plan_roles_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_roles" ADD CONSTRAINT "plan_roles_endpoint_version_id_fkey" FOREIGN KEY ("endpoint_version_id") REFERENCES "endpoint_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runs" ADD CONSTRAINT "runs_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runs" ADD CONSTRAINT "runs_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_budgets" ADD CONSTRAINT "run_budgets_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_wallets" ADD CONSTRAINT "run_wallets_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_tallies" ADD CONSTRAINT "run_tallies_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliberations" ADD CONSTRAINT "deliberations_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliberations" ADD CONSTRAINT "deliberations_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turns" ADD CONSTRAINT "turns_deliberation_id_fkey" FOREIGN KEY ("deliberation_id") REFERENCES "deliberations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turns" ADD CONSTRAINT "turns_erasure_id_fkey" FOREIGN KEY ("erasure_id") REFERENCES "erasures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_deliberation_id_fkey" FOREIGN KEY ("deliberation_id") REFERENCES "deliberations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_erasure_id_fkey" FOREIGN KEY ("erasure_id") REFERENCES "erasures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

