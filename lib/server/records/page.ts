import { isGrave } from "#lib/domain/prompt/severity.ts";
import { interleave } from "#lib/domain/review/interleave.ts";
import type { QueueOrder } from "#lib/domain/review/queue-choice.ts";
import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Listed } from "./list.ts";
import { alongWalk, behind, lanes, type Place, placeOf, turned, walkOf } from "./walk.ts";

const pageSize = 40;

/**
 * Where a page begins: behind or before the record of this ref. Where lanes are interleaved, behind the last one shown and,
 * set off by an underscore, the last one shown of the other lane; there is no way back but to the beginning.
 */
export type Cursor = { after: string } | { before: string } | null;

type Found = { id: string; ref: string; begun: boolean };

/** What is on a page, and cursors of its neighbours; null at an end of the list. */
type Page = { found: Found[]; previous: string | null; next: string | null };

/** A page of a list in its order. */
export function pageOf(projectId: string, order: QueueOrder, listed: Listed, cursor: Cursor): Promise<Page> {
  return order === "interleaved"
    ? interleavedPage(projectId, listed, cursor)
    : walkedPage(projectId, order, listed, cursor);
}

async function walkedPage(
  projectId: string,
  order: QueueOrder,
  listed: Listed,
  cursor: Cursor,
): Promise<Page> {
  const backwards = cursor !== null && "before" in cursor;
  const walk = backwards ? turned(walkOf(order)) : walkOf(order);
  const place = cursor && (await placeOf(projectId, "before" in cursor ? cursor.before : cursor.after));
  const found = await read(listed, { place, walk, lane: null });
  const hasMore = found.length > pageSize;
  const shown = backwards ? found.slice(0, pageSize).reverse() : found.slice(0, pageSize);
  return {
    found: shown,
    previous: (backwards ? hasMore : cursor !== null) ? (shown[0]?.ref ?? null) : null,
    next: backwards || hasMore ? (shown.at(-1)?.ref ?? null) : null,
  };
}

async function interleavedPage(projectId: string, listed: Listed, cursor: Cursor): Promise<Page> {
  const walk = walkOf("interleaved");
  const refs = cursor && "after" in cursor ? cursor.after.split("_") : [];
  const places = await Promise.all(refs.slice(0, 2).map((ref) => placeOf(projectId, ref)));
  const [last] = places;
  const placeIn = (grave: boolean) =>
    places.find((place) => place && isGrave(place.severity) === grave) ?? null;
  const [grave, gentle] = await Promise.all([
    read(listed, { place: placeIn(true), walk, lane: "grave" }),
    read(listed, { place: placeIn(false), walk, lane: "gentle" }),
  ]);
  const row = interleave({ grave, gentle }, last ? isGrave(last.severity) : false);
  const found = row.slice(0, pageSize);
  const end = found.at(-1);
  if (row.length <= pageSize || !end) return { found, previous: null, next: null };
  const endIsGrave = grave.includes(end);
  const other = found.findLast((one) => grave.includes(one) !== endIsGrave) ?? placeIn(!endIsGrave);
  return { found, previous: null, next: [end.ref, ...(other ? [other.ref] : [])].join("_") };
}

type Part = { place: Place | null; walk: Parameters<Listed>[0]["walk"]; lane: keyof typeof lanes | null };

/** One more than a page holds, which says whether there is another. */
function read(listed: Listed, { place, walk, lane }: Part): Promise<Found[]> {
  const where = Prisma.join(
    [lane ? lanes[lane] : Prisma.sql`true`, place ? behind(walk, place) : Prisma.sql`true`],
    " and ",
  );
  return db.$queryRaw<Found[]>(
    Prisma.sql`select c.id, r.ref, c.begun from (${listed({ where, limit: pageSize + 1, walk })}) c
      join records r on r.id = c.id order by ${alongWalk(walk, "c")}`,
  );
}
