import { uuid7InOrder } from "#lib/server/database/uuid7.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { judged } from "./judged.ts";

/**
 * Opens a record for each chain of thought that an import brings: its first revision, and a round of review under
 * the policies in force with as many slots as the project asks for. What `openRecord` does for one, in one
 * statement for all: the record names its revision, and the revision its record, before either is checked.
 *
 * @param number of the import; records are called by it and their row
 * @returns how many
 */
export async function storeRecords(
  tx: Prisma.TransactionClient,
  { importId, projectId, number }: { importId: string; projectId: string; number: number },
): Promise<number> {
  const n = Prisma.sql`n`;
  return tx.$executeRaw`with ${judged(importId, projectId)},
    numbered as (select *, row_number() over (order by row) as n from judged where is_fresh),
    made as materialized (
      select ${uuid7InOrder(n)} as record_id, ${uuid7InOrder(n)} as revision_id, ${uuid7InOrder(n)} as round_id,
        numbered.*, s.candidate->'revision' as revision
      from numbered join staged_rows s on s.import_id = ${importId}::uuid and s.row = numbered.row
    ),
    new_records as (
      insert into records (id, project_id, prompt_id, import_id, head_revision_id, ref, severity, cited_clauses)
      select record_id, ${projectId}::uuid, prompt_id, ${importId}::uuid, revision_id, ${`i${number}.`} || row,
        prompt_severity, '{}'
      from made order by n
    ),
    new_revisions as (
      insert into revisions (id, record_id, number, author_kind, thoughts, thought_count, response, content_hash,
        checks_version)
      select revision_id, record_id, 1, 'import', revision->'thoughts', (revision->>'thoughtCount')::int,
        revision->>'response', revision_hash,
        (revision->>'checksVersion')::smallint
      from made order by n
    ),
    new_findings as (
      insert into findings (revision_id, thought_id, "check", detail)
      select revision_id, f->>'thoughtId', f->>'check', f->'detail'
      from made, jsonb_array_elements(revision->'findings') as f order by n
    )
    insert into review_rounds (id, record_id, base_revision_id, policy_set_id, number, slots)
    select round_id, record_id, revision_id, policies.id, 1, project.reviews_per_record
    from made, projects project,
      lateral (select id from policy_sets where project_id = project.id order by number desc limit 1) policies
    where project.id = ${projectId}::uuid`;
}
