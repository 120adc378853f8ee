import type { Severity } from "#lib/domain/prompt/prompt.ts";
import type { QueueOrder } from "#lib/domain/review/queue-choice.ts";
import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** A way along an index of records: by a column and then by id, or by id alone. */
export type Walk = { key: "judges_agree" | "people_agree" | null; descending: boolean };

/** Where one stands on it. */
export type Place = { id: string; judges_agree: number; people_agree: number };

const walks: Record<Exclude<QueueOrder, "interleaved">, Walk> = {
  oldest: { key: null, descending: false },
  newest: { key: null, descending: true },
  judges: { key: "judges_agree", descending: false },
  people: { key: "people_agree", descending: false },
};

/** The walk along which an order goes. What is interleaved goes along two lanes, oldest first in each. */
export function walkOf(order: QueueOrder): Walk {
  return order === "interleaved" ? walks.oldest : walks[order];
}

export function turned(walk: Walk): Walk {
  return { ...walk, descending: !walk.descending };
}

/** For `order by`, over `of`, which has the columns of records. */
export function alongWalk({ key, descending }: Walk, of: "r" | "c"): Prisma.Sql {
  const direction = descending ? "desc" : "asc";
  const columns = [...(key === null ? [] : [key]), "id"];
  return Prisma.raw(columns.map((column) => `${of}.${column} ${direction}`).join(", "));
}

/** A condition on `r`, the records: that it comes behind a place. */
export function behind({ key, descending }: Walk, place: Place): Prisma.Sql {
  const sign = Prisma.raw(descending ? "<" : ">");
  if (key === null) return Prisma.sql`r.id ${sign} ${place.id}::uuid`;
  return Prisma.sql`(r.${Prisma.raw(key)}, r.id) ${sign} (${place[key]}::float8, ${place.id}::uuid)`;
}

export type RecordPlace = Place & { ref: string; severity: Severity };

/** Where the record of this ref stands on every walk; null where there is none. Callers have authorized. */
export async function placeOf(projectId: string, ref: string): Promise<RecordPlace | null> {
  const [place] = await db.$queryRaw<RecordPlace[]>`
    select id, ref, judges_agree, people_agree, severity from records where project_id = ${projectId}::uuid and ref = ${ref}`;
  return place ?? null;
}

/** The two lanes of what is interleaved, as conditions on `r`: written as their partial indexes have them. */
export const lanes = {
  grave: Prisma.sql`r.severity = any (array['high'::severity, 'unrated'::severity])`,
  gentle: Prisma.sql`r.severity <> all (array['high'::severity, 'unrated'::severity])`,
} as const;

export type Lane = keyof typeof lanes;
