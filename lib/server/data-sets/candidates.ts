import type { SnapshotFilter } from "#lib/domain/export/filter.ts";
import { Prisma } from "#prisma/generated/client.ts";

/**
 * Every record, or pair, of a project with the reason why it is left out, null for what a snapshot takes, and its
 * position among those. For use as a common table expression named `candidates`:
 * `record_id, prompt_id, revision_id, approval_id, pair_id, synthetic, left_out, position, digest`.
 *
 * Of records one row per prompt: where several of it are approved, the newest approval wins. The order is that of the
 * prompts' numbers, so that the same approvals give the same list.
 */
export function candidates(projectId: string, filter: SnapshotFilter): Prisma.Sql {
  return Prisma.sql`
    judged as (${filter.items === "pair" ? judgedPairs(projectId, filter) : judgedRecords(projectId, filter)}),
    ranked as (
      select *, row_number() over (
        partition by prompt_id, pair_id, reason is null order by approved_at desc, approval_id desc
      ) as place
      from judged
    ),
    candidates as materialized (
      select record_id, prompt_id, revision_id, approval_id, pair_id, synthetic, digest,
        case when reason is null and place > 1 then 'older_approval' else reason end as left_out,
        row_number() over (partition by reason is null and place = 1 order by prompt_number, pair_id)::int as position
      from ranked
    )`;
}

function judgedRecords(projectId: string, filter: SnapshotFilter): Prisma.Sql {
  return Prisma.sql`
    select r.id as record_id, a.revision_id, a.id as approval_id, null::uuid as pair_id, r.synthetic, r.prompt_id,
      p.number as prompt_number, a.approved_at,
      sha256(convert_to(r.ref || '@' || v.number || '|' || p.content_hash || '|' || v.content_hash, 'UTF8')) as digest,
      case
        when p.erasure_id is not null or v.erasure_id is not null or h.erasure_id is not null then 'erased'
        when r.planted then 'planted'
        when p.evaluation then 'evaluation'
        when r.status = 'stale' then 'stale'
        when a.id is null or r.status <> 'approved' then 'not_approved'
        when not (${asked(filter)}) then 'filtered'
      end as reason
    from records r
    join prompts p on p.id = r.prompt_id
    left join revisions h on h.id = r.head_revision_id
    left join approvals a on a.record_id = r.id and a.withdrawn_at is null
    left join revisions v on v.id = a.revision_id
    left join runs u on u.id = r.run_id
    left join imports i on i.id = r.import_id
    where r.project_id = ${projectId}::uuid`;
}

/** By the side that is preferred: a flipped pair stands or falls with the approval of what it was flipped to. */
function judgedPairs(projectId: string, filter: SnapshotFilter): Prisma.Sql {
  return Prisma.sql`
    select r.id as record_id, v.id as revision_id, a.id as approval_id, x.id as pair_id,
      r.synthetic or b.synthetic is true as synthetic, r.prompt_id, p.number as prompt_number, a.approved_at,
      sha256(convert_to(r.ref || '@' || v.number || '|' || p.content_hash || '|' || v.content_hash || '|'
        || coalesce(w.content_hash, t.reply::text), 'UTF8')) as digest,
      case
        when coalesce(p.erasure_id, v.erasure_id, w.erasure_id, t.erasure_id) is not null then 'erased'
        when r.planted then 'planted'
        when p.evaluation then 'evaluation'
        when r.status = 'stale' then 'stale'
        when x.status <> 'kept' then 'not_kept'
        when a.id is null or r.status <> 'approved' then 'not_approved'
        when not (${asked(filter)}) then 'filtered'
      end as reason
    from pairs x
    join prompts p on p.id = x.prompt_id
    join revisions v on v.id = case when x.flipped then x.rejected_revision_id else x.selected_revision_id end
    join records r on r.id = v.record_id
    left join revisions w on w.id = case when x.flipped then x.selected_revision_id else x.rejected_revision_id end
    left join turns t on t.deliberation_id = x.deliberation_id and t.seq = x.rejected_seq
    left join approvals a on a.revision_id = v.id and a.record_id = r.id and a.withdrawn_at is null
    left join runs b on b.id = x.run_id
    left join runs u on u.id = r.run_id
    left join imports i on i.id = r.import_id
    where x.project_id = ${projectId}::uuid`;
}

function asked(filter: SnapshotFilter): Prisma.Sql {
  return Prisma.join(
    [
      among(Prisma.sql`p.category`, filter.categories),
      among(Prisma.sql`p.severity::text`, filter.severities),
      among(Prisma.sql`p.data_set`, filter.sources),
      origin(filter),
      { include: Prisma.sql`true`, exclude: Prisma.sql`not r.synthetic`, only: Prisma.sql`r.synthetic` }[
        filter.synthetic
      ],
    ],
    " and ",
  );
}

/** Whether a column holds one of the values; null is a value like any other, and no values ask for nothing. */
function among(column: Prisma.Sql, values: readonly (string | null)[]): Prisma.Sql {
  if (values.length === 0) return Prisma.sql`true`;
  const named = values.filter((value) => value !== null);
  return Prisma.sql`(${column} = any (${named}::text[]) is true or (${values.includes(null)} and ${column} is null))`;
}

function origin({ runs, imports }: SnapshotFilter): Prisma.Sql {
  if (runs.length + imports.length === 0) return Prisma.sql`true`;
  return Prisma.sql`(u.number = any (${runs}::int[]) is true or i.number = any (${imports}::int[]) is true)`;
}
