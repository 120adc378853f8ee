import { Prisma } from "#prisma/generated/client.ts";

/**
 * SQL of a `with` list: `judged` holds the rows of an import that the mapping could read, each with what it
 * duplicates: an earlier row of the file, a prompt of the project (one that was erased does not come back), or, for
 * chains of thought, an imported record of the same prompt with the same thoughts and response. `is_fresh` are those
 * that would be imported.
 */
export function judged(importId: string): Prisma.Sql {
  return Prisma.sql`hashed as (
      select s.import_id, s.row, s.content_hash, split_part(s.content_hash, ':', 1) as prompt_hash,
        split_part(s.content_hash, ':', 2) as revision_hash
      from staged_rows s where s.import_id = ${importId}::uuid and s.content_hash is not null
    ),
    judged as (
      select h.row, h.prompt_hash, h.revision_hash, p.id as prompt_id, p.number as prompt_number, p.severity as prompt_severity,
        coalesce(p.erasure_id is not null, false) as is_erased, first.row as first_row, twin.ref as twin_ref,
        first.row = h.row and coalesce(p.erasure_id is null, true)
          and case when h.revision_hash = '' then p.id is null else twin.ref is null end as is_fresh
      from hashed h
      join imports i on i.id = h.import_id
      left join prompts p on p.project_id = i.project_id and p.content_hash = h.prompt_hash
      left join lateral (
        select min(s.row) as row from staged_rows s where s.import_id = h.import_id and s.content_hash = h.content_hash
      ) first on true
      left join lateral (
        select r.ref from records r join revisions v on v.record_id = r.id and v.number = 1
        where h.revision_hash <> '' and r.prompt_id = p.id and r.import_id is not null and v.content_hash = h.revision_hash
        order by r.id limit 1
      ) twin on true
    )`;
}
