import { facetsOf, type QueueFilter } from "#lib/domain/review/queue-choice.ts";
import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** So many records count as few. */
const few = 5_000;

/**
 * A condition on `r`, the records: that a filter lets it through. Callers see to it that the filter may be asked.
 *
 * Which records have some facets is looked up first where they are few. The planner takes facets for independent of each
 * other and of the list: of a list that has none of what fits it would look at every record.
 */
export async function foundBy(filter: QueueFilter): Promise<Prisma.Sql> {
  // Written out, so that the index of a lane serves one severity.
  const severity = filter.severity ? [Prisma.sql`r.severity = ${Prisma.raw(`'${filter.severity}'`)}`] : [];
  const searched = searchedBy(filter);
  const found = searched.length === 0 ? [] : [await among(Prisma.join(searched, " and "), filter)];
  const conditions = [...severity, ...found];
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, " and ");
}

/** Conditions on `s`, what records are found by. */
function searchedBy(filter: QueueFilter): Prisma.Sql[] {
  const facets = facetsOf(filter);
  const single = facets.flatMap((any) => (any.length === 1 ? any : []));
  return [
    ...(single.length > 0 ? [Prisma.sql`s.facets @> ${single}::text[]`] : []),
    ...facets.filter((any) => any.length > 1).map((any) => Prisma.sql`s.facets && ${any}::text[]`),
    ...(filter.text === undefined ? [] : [Prisma.sql`s.text like search_pattern(${filter.text})`]),
  ];
}

async function among(searched: Prisma.Sql, { text }: QueueFilter): Promise<Prisma.Sql> {
  // How many hold some words is not told without reading them.
  const ids = text === undefined ? await idsOf(searched) : null;
  return ids
    ? Prisma.sql`r.id = any (${ids}::uuid[])`
    : Prisma.sql`exists (select from record_search s where s.record_id = r.id and ${searched})`;
}

/** @returns null where they are not few */
async function idsOf(searched: Prisma.Sql): Promise<string[] | null> {
  const rows = await db.$queryRaw<{ id: string }[]>(
    Prisma.sql`select s.record_id as id from record_search s where ${searched} limit ${few + 1}`,
  );
  return rows.length > few ? null : rows.map(({ id }) => id);
}
