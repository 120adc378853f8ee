import type { QueueFilter } from "#lib/domain/review/queue-choice.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { isFound, searchedBy } from "./fits.ts";
import { look, type Part, within } from "./look.ts";

/** A list, or a part of one. */
export type ListPart = Omit<Part, "statuses"> & {
  /** Null where records of any status are meant, of which a condition of their own lets few through. */
  statuses: Part["statuses"] | null;
  filter: QueueFilter;
};

/**
 * Conditions on `r`, the records, one after the other: each holds for the next ones of a list that its filter lets through,
 * until there are no more. Callers see to it that the filter may be asked, and ask for no more conditions than they need.
 *
 * @param limit how many records are wanted
 */
export async function* foundBy({ filter, ...list }: ListPart, limit: number): AsyncGenerator<Prisma.Sql> {
  const { statuses } = list;
  if (statuses === null || searchedBy(filter).length === 0) {
    yield Prisma.sql`${within(list, filter)} and ${isFound(filter, "r")}`;
    return;
  }
  let { place } = list;
  // Some of those found may not be for the reader. The more that is so of, the more are looked for at once.
  for (let wanted = limit; ; wanted *= 2) {
    const { found, until } = await look({ ...list, statuses, place }, filter, wanted);
    if (found.length > 0) yield Prisma.sql`r.id = any (${found.map(({ id }) => id)}::uuid[])`;
    if (until === null) return;
    place = until;
  }
}

/**
 * Reads rows of a list as far as its filter lets them through, until there are as many as asked for.
 *
 * @param read gives rows in the order of the list, of records, `r`, for which a condition holds
 */
export async function readFound<Row>(
  list: ListPart,
  limit: number,
  read: (which: { where: Prisma.Sql; limit: number }) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const where of foundBy(list, limit)) {
    rows.push(...(await read({ where, limit: limit - rows.length })));
    if (rows.length >= limit) break;
  }
  return rows;
}
