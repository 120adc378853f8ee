import type { Actor } from "#lib/domain/access/actions.ts";
import type { ItemKind } from "#lib/domain/export/formats.ts";
import { FilterChoices } from "#lib/domain/export/view.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";

const taken = {
  revision: Prisma.sql`records r`,
  pair: Prisma.sql`pairs x join revisions v on v.id = x.selected_revision_id join records r on r.id = v.record_id`,
} satisfies Record<ItemKind, Prisma.Sql>;

/**
 * The values that a filter of this project can take, counted over approved records, or over kept pairs whose record is approved, in one pass.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function filterChoices(
  actor: Actor,
  projectId: string,
  items: ItemKind,
): Promise<FilterChoices> {
  await authorize(actor, "dataSets.read", { projectId });
  const [found] = await db.$queryRaw<[unknown]>`
    with approved as materialized (
      select p.category, p.severity, p.data_set, u.number as run, i.number as import, r.synthetic
      from ${taken[items]}
      join prompts p on p.id = r.prompt_id
      left join runs u on u.id = r.run_id
      left join imports i on i.id = r.import_id
      where r.project_id = ${projectId}::uuid and r.status = 'approved' and not r.planted
        and ${items === "pair" ? Prisma.sql`x.status = 'kept'` : Prisma.sql`true`}
    ),
    counted as (
      select category, severity, data_set, run, import, count(*) as n,
        grouping(category) as no_category, grouping(severity) as no_severity, grouping(data_set) as no_source,
        grouping(run) as no_run, grouping(import) as no_import
      from approved group by grouping sets ((category), (severity), (data_set), (run), (import))
    )
    select
      coalesce(jsonb_agg(jsonb_build_object('value', category, 'n', n) order by category) filter (where no_category = 0), '[]') as categories,
      coalesce(jsonb_agg(jsonb_build_object('value', severity, 'n', n) order by severity) filter (where no_severity = 0), '[]') as severities,
      coalesce(jsonb_agg(jsonb_build_object('value', data_set, 'n', n) order by data_set) filter (where no_source = 0), '[]') as sources,
      coalesce(jsonb_agg(jsonb_build_object('value', run, 'n', n) order by run) filter (where no_run = 0 and run is not null), '[]') as runs,
      coalesce(jsonb_agg(jsonb_build_object('value', import, 'n', n) order by import) filter (where no_import = 0 and import is not null), '[]') as imports,
      (select count(*) from approved where synthetic)::int as synthetic,
      (select count(*) from approved)::int as approved
    from counted`;
  return FilterChoices.parse(found);
}
