-- AlterTable
ALTER TABLE "projects" ADD COLUMN     "exposure_caps" JSONB NOT NULL DEFAULT '{"high":{"records":120,"minutes":180}}',
ADD COLUMN     "support_url" TEXT;

-- CreateTable
CREATE TABLE "exposures" (
    "user_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "subject_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "severity" "severity" NOT NULL,
    "category" TEXT,
    "seconds" REAL NOT NULL DEFAULT 0,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exposures_pkey" PRIMARY KEY ("user_id","day","subject_id")
);

-- CreateTable
CREATE TABLE "exposure_choices" (
    "user_id" UUID NOT NULL,
    "blur" BOOLEAN NOT NULL DEFAULT false,
    "caps" JSONB NOT NULL DEFAULT '{}',
    "opted_out" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "break_minutes" INTEGER,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exposure_choices_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE INDEX "exposures_project_id_day_idx" ON "exposures"("project_id", "day");

-- CreateIndex
CREATE INDEX "exposures_day_idx" ON "exposures"("day");

-- AddForeignKey
ALTER TABLE "exposures" ADD CONSTRAINT "exposures_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exposures" ADD CONSTRAINT "exposures_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exposure_choices" ADD CONSTRAINT "exposure_choices_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


