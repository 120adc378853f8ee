-- AlterTable
ALTER TABLE "revisions" ADD COLUMN     "checks_version" SMALLINT;

-- CreateTable
CREATE TABLE "finding_tallies" (
    "run_id" UUID NOT NULL,
    "check" TEXT NOT NULL,
    "shard" SMALLINT NOT NULL,
    "n" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "finding_tallies_pkey" PRIMARY KEY ("run_id","check","shard")
);

-- CreateIndex
CREATE INDEX "findings_check_revision_id_idx" ON "findings"("check", "revision_id");

-- AddForeignKey
ALTER TABLE "finding_tallies" ADD CONSTRAINT "finding_tallies_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What the checks noticed in what a run gave, counted once per deliberation. What people make of it later does not count.
create function count_findings() returns trigger language plpgsql as $$
begin
  insert into finding_tallies as t (run_id, "check", shard, n)
    select r.run_id, f."check", pg_backend_pid() % 16, count(distinct f.revision_id)
    from added f
    join revisions v on v.id = f.revision_id and v.number = 1
    join records r on r.id = v.record_id and r.run_id is not null
    group by 1, 2 order by 1, 2
    on conflict (run_id, "check", shard) do update set n = t.n + excluded.n;
  return null;
end $$;
create trigger count_findings after insert on findings referencing new table as added
  for each statement execute function count_findings();
