import { facetsOf, type QueueFilter } from "#lib/domain/review/queue-choice.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** A condition on `r`, the records: that a filter lets it through. Callers see to it that the filter may be asked. */
export function foundBy(filter: QueueFilter): Prisma.Sql {
  // Written out, so that the index of a lane serves one severity.
  const severity = filter.severity
    ? Prisma.sql`r.severity = ${Prisma.raw(`'${filter.severity}'`)}`
    : Prisma.sql`true`;
  const facets = facetsOf(filter);
  if (facets.length === 0 && filter.text === undefined) return severity;
  const single = facets.flatMap((any) => (any.length === 1 ? any : []));
  const conditions = [
    ...(single.length > 0 ? [Prisma.sql`s.facets @> ${single}::text[]`] : []),
    ...facets.filter((any) => any.length > 1).map((any) => Prisma.sql`s.facets && ${any}::text[]`),
    ...(filter.text === undefined ? [] : [Prisma.sql`s.text like search_pattern(${filter.text})`]),
  ];
  return Prisma.sql`${severity} and exists (
    select from record_search s where s.record_id = r.id and ${Prisma.join(conditions, " and ")})`;
}
