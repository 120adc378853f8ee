import { isGrave } from "#lib/domain/prompt/severity.ts";
import { interleave } from "#lib/domain/review/interleave.ts";
import type { QueueOrder } from "#lib/domain/review/queue-choice.ts";
import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { type ListPart, readFound } from "./found-by.ts";
import type { Listed } from "./list.ts";
import { alongWalk, placeOf, turned, walkOf } from "./walk.ts";

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
export function pageOf(listed: Listed, order: QueueOrder, cursor: Cursor): Promise<Page> {
  return order === "interleaved" ? interleavedPage(listed, cursor) : walkedPage(listed, order, cursor);
}

async function walkedPage(listed: Listed, order: QueueOrder, cursor: Cursor): Promise<Page> {
  const backwards = cursor !== null && "before" in cursor;
  const walk = backwards ? turned(walkOf(order)) : walkOf(order);
  const ref = cursor && ("before" in cursor ? cursor.before : cursor.after);
  const place = ref && (await placeOf(listed.projectId, ref));
  const found = await read(listed, { place: place || null, walk });
  const hasMore = found.length > pageSize;
  const shown = backwards ? found.slice(0, pageSize).reverse() : found.slice(0, pageSize);
  return {
    found: shown,
    previous: (backwards ? hasMore : cursor !== null) ? (shown[0]?.ref ?? null) : null,
    next: backwards || hasMore ? (shown.at(-1)?.ref ?? null) : null,
  };
}

async function interleavedPage(listed: Listed, cursor: Cursor): Promise<Page> {
  const walk = walkOf("interleaved");
  const refs = cursor && "after" in cursor ? cursor.after.split("_") : [];
  const places = await Promise.all(refs.slice(0, 2).map((ref) => placeOf(listed.projectId, ref)));
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

/** One more than a page holds, which says whether there is another. */
function read({ rows, ...list }: Listed, part: Pick<ListPart, "place" | "walk" | "lane">): Promise<Found[]> {
  const { walk } = part;
  return readFound({ ...list, ...part }, pageSize + 1, (which) =>
    db.$queryRaw<Found[]>(
      Prisma.sql`select c.id, r.ref, c.begun from (${rows({ ...which, walk })}) c
        join records r on r.id = c.id order by ${alongWalk(walk, "c")}`,
    ),
  );
}
