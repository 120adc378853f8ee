import { Prisma } from "#prisma/generated/client.ts";

/**
 * SQL of a `with` list: `judged` holds the rows of an import that the mapping could read, each with what it
 * duplicates: an earlier row of the file, a prompt of the project (one that was erased does not come back), or, for
 * chains of thought, an imported record of the same prompt with the same thoughts and response. `is_fresh` are those
 * that would be imported.
 */
export function judged(importId: string, projectId: string): Prisma.Sql {
  return Prisma.sql`hashed as (
      select row, content_hash, split_part(content_hash, ':', 1) as prompt_hash,
        split_part(content_hash, ':', 2) as revision_hash, min(row) over (partition by content_hash) as first_row
      from staged_rows where import_id = ${importId}::uuid and content_hash is not null
    ),
    twins as (
      select r.prompt_id, v.content_hash as revision_hash, (array_agg(r.ref order by r.id))[1] as ref
      from records r join revisions v on v.record_id = r.id and v.number = 1
      where r.project_id = ${projectId}::uuid and r.import_id is not null
      group by 1, 2
    ),
    judged as (
      select h.*, p.id as prompt_id, p.number as prompt_number, p.severity as prompt_severity,
        p.erasure_id is not null as is_erased, t.ref as twin_ref,
        h.first_row = h.row and p.erasure_id is null
          and case when h.revision_hash = '' then p.id is null else t.ref is null end as is_fresh
      from hashed h
      left join prompts p on p.project_id = ${projectId}::uuid and p.content_hash = h.prompt_hash
      left join twins t on t.prompt_id = p.id and t.revision_hash = h.revision_hash
    )`;
}
