import type { Severity } from "#lib/domain/prompt/prompt.ts";
import { facetsOf, type QueueFilter } from "#lib/domain/review/queue-choice.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** A condition on `r`, records of which there are few: that a filter lets them through. */
export function fits(filter: QueueFilter): Prisma.Sql {
  return Prisma.sql`${isOf(filter.severity)} and ${isFound(filter, "r")}`;
}

/** A condition on `r`, the records: that they are of a severity, written out, so that the index of its lane serves it. */
export function isOf(severity: Severity | undefined): Prisma.Sql {
  return severity ? Prisma.sql`r.severity = ${Prisma.raw(`'${severity}'`)}` : Prisma.sql`true`;
}

/** A condition on `of`, the records: that they have the facets and the words. Each is looked up by itself, as a join would not be bound to. */
export function isFound(filter: QueueFilter, of: "r" | "c"): Prisma.Sql {
  const searched = searchedBy(filter);
  if (searched.length === 0) return Prisma.sql`true`;
  const id = Prisma.raw(`${of}.id`);
  return Prisma.sql`(select ${Prisma.join(searched, " and ")} from record_search s where s.record_id = ${id})`;
}

/** Conditions on `s`, what records are found by; none where a filter asks for no facets or words. */
export function searchedBy(filter: QueueFilter): Prisma.Sql[] {
  return [...facetsIn(filter), ...wordsIn(filter)];
}

export function facetsIn(filter: QueueFilter): Prisma.Sql[] {
  const facets = facetsOf(filter);
  const single = facets.flatMap((any) => (any.length === 1 ? any : []));
  return [
    ...(single.length > 0 ? [Prisma.sql`s.facets @> ${single}::text[]`] : []),
    ...facets.filter((any) => any.length > 1).map((any) => Prisma.sql`s.facets && ${any}::text[]`),
  ];
}

export function wordsIn({ text }: QueueFilter): Prisma.Sql[] {
  return text === undefined ? [] : [Prisma.sql`s.text like search_pattern(${text})`];
}
