import { z } from "zod";
import { attributionOf } from "#lib/domain/export/attribution.ts";
import { ModelUse, PolicySetUse, type Provenance, RecipeUse } from "#lib/domain/export/manifest.ts";
import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** How the rows of a snapshot came about; items that were erased since do not count. */
export async function provenanceOf(snapshotId: string): Promise<Provenance> {
  const rows = Prisma.sql`rows as (
    select r.run_id, r.import_id, v.author_kind, p.data_set, p.licence, a.policy_set_id, a.review_id,
      x.origin as pair_origin, x.run_id as belief_run_id
    from snapshot_items s
    left join pairs x on x.id = s.pair_id
    join records r on r.id = s.record_id
    join revisions v on v.id = s.revision_id and v.erasure_id is null
    join prompts p on p.id = r.prompt_id and p.erasure_id is null
    join approvals a on a.id = s.approval_id
    where s.snapshot_id = ${snapshotId}::uuid
  )`;
  const [policySets, recipes, models, sources, pairs, totals] = await Promise.all([
    policySetsOf(rows),
    recipesOf(rows),
    modelsOf(rows),
    sourcesOf(rows),
    pairsOf(rows),
    totalsOf(rows),
  ]);
  return { policySets, recipes, models, sources, pairs, ...totals };
}

async function policySetsOf(rows: Prisma.Sql) {
  const found =
    await db.$queryRaw`with ${rows}, used as (select policy_set_id as id, count(*)::int as n from rows group by 1)
    select s.number as set, used.n as rows, (
      select coalesce(jsonb_agg(jsonb_build_object('number', p.number, 'title', v.title, 'version', v.version) order by p.number), '[]')
      from policy_set_items i
      join policy_versions v on v.id = i.policy_version_id
      join policies p on p.id = v.policy_id
      where i.policy_set_id = s.id
    ) as policies
    from used join policy_sets s on s.id = used.id order by s.number`;
  return z.array(PolicySetUse).parse(found);
}

/** SQL: of every row the run that gave it, and the belief run that gave its rejected side. */
const runsOf = Prisma.sql`select run_id from rows where run_id is not null
  union all select belief_run_id from rows where belief_run_id is not null`;

async function recipesOf(rows: Prisma.Sql) {
  const found = await db.$queryRaw`with ${rows}
    select c.name, v.version, v.kind::text as kind, count(*)::int as rows
    from (${runsOf}) as used (run_id)
    join runs u on u.id = used.run_id
    join plans l on l.id = u.plan_id
    join recipe_versions v on v.id = l.recipe_version_id
    join recipes c on c.id = v.recipe_id
    group by 1, 2, 3 order by 1, 2`;
  return z.array(RecipeUse).parse(found);
}

async function modelsOf(rows: Prisma.Sql) {
  const found = await db.$queryRaw`with ${rows}
    select e.name as endpoint, v.version, v.model, v.synthetic, array_agg(distinct o.role order by o.role) as roles
    from (select distinct run_id from (${runsOf}) as every (run_id)) as used
    join runs u on u.id = used.run_id
    join plan_roles o on o.plan_id = u.plan_id
    join endpoint_versions v on v.id = o.endpoint_version_id
    join endpoints e on e.id = v.endpoint_id
    group by 1, 2, 3, 4 order by 1, 2`;
  return z.array(ModelUse).parse(found);
}

async function sourcesOf(rows: Prisma.Sql) {
  const found = await db.$queryRaw<
    { name: string | null; licence: string | null; rows: number }[]
  >`with ${rows}
    select data_set as name, licence, count(*)::int as rows from rows
    group by 1, 2 order by 3 desc, 1 nulls last, 2 nulls last`;
  return found.map((source) => ({ ...source, attribution: attributionOf(source.name) }));
}

async function pairsOf(rows: Prisma.Sql) {
  return db.$queryRaw<Provenance["pairs"]>`with ${rows}
    select pair_origin::text as origin, count(*)::int as rows from rows where pair_origin is not null
    group by pair_origin order by pair_origin`;
}

async function totalsOf(rows: Prisma.Sql) {
  const [totals] = await db.$queryRaw<
    Pick<Provenance, "importedRows" | "editedRows" | "reviewers">[]
  >`with ${rows}
    select count(*) filter (where import_id is not null)::int as "importedRows",
      count(*) filter (where author_kind = 'person')::int as "editedRows",
      count(distinct v.reviewer_id)::int as "reviewers"
    from rows join reviews v on v.id = rows.review_id`;
  return totals ?? { importedRows: 0, editedRows: 0, reviewers: 0 };
}
