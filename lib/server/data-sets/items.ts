import { isKept, Thoughts } from "#lib/domain/deliberation/thoughts.ts";
import type { RowContent } from "#lib/domain/export/row.ts";
import { PromptMessages } from "#lib/domain/prompt/prompt.ts";
import { db } from "#lib/server/database/client.ts";
import { Prisma } from "#prisma/generated/client.ts";

/** A revision, or a pair, as a row of a data set. */
export type Item<Content = RowContent> = {
  position: number;
  /** Null where it was erased, or its prompt. */
  content: Content | null;
  synthetic: boolean;
};

/** The lines of a release that an item gives; null where it was erased. */
export type ItemLines = {
  lines: readonly string[] | null;
  synthetic: boolean;
};

type ItemRow = {
  position: number;
  ref: string;
  synthetic: boolean;
  revision: number;
  thoughts: unknown;
  response: string;
  messages: unknown;
  erased: boolean;
};

const pageSize = 500;

/**
 * Reads revisions as rows: kept thoughts only, and nothing of how they came about. One statement by hand, since
 * a release reads very many of them.
 *
 * @param chosen SQL that gives `(position, revision_id, …)`
 */
export async function readItems(chosen: Prisma.Sql): Promise<Item[]> {
  const rows = await db.$queryRaw<ItemRow[]>`
    select chosen.position, r.ref, r.synthetic, v.number as revision, v.thoughts, v.response, p.messages,
      v.erasure_id is not null or p.erasure_id is not null as erased
    from (${chosen}) as chosen (position, revision_id)
    join revisions v on v.id = chosen.revision_id
    join records r on r.id = v.record_id
    join prompts p on p.id = r.prompt_id
    order by chosen.position`;
  return rows.map((row) => ({
    position: row.position,
    content: row.erased ? null : contentOf(row),
    synthetic: row.synthetic,
  }));
}

/**
 * The items of a snapshot in order, page by page: memory stays the same however long the list is, and no
 * connection is held between pages.
 *
 * @param read `readItems`, or `readPairItems` where the items are pairs
 */
export async function* itemPages<Content>(
  snapshotId: string,
  read: (chosen: Prisma.Sql) => Promise<Item<Content>[]>,
): AsyncGenerator<Item<Content>[]> {
  for (let after = 0; ; ) {
    const items = await read(itemsAfter(snapshotId, after, pageSize));
    const last = items.at(-1);
    if (!last) return;
    yield items;
    after = last.position;
  }
}

/** SQL: the next items of a snapshot, for `readItems` and `readPairItems`. */
export function itemsAfter(snapshotId: string, position: number, limit: number): Prisma.Sql {
  return Prisma.sql`select position, revision_id, pair_id from snapshot_items
    where snapshot_id = ${snapshotId}::uuid and position > ${position} order by position limit ${limit}`;
}

function contentOf({ messages, thoughts, response, ref, revision }: ItemRow): RowContent {
  return {
    messages: PromptMessages.parse(messages),
    thoughts: Thoughts.parse(thoughts)
      .filter(isKept)
      .map(({ text }) => text),
    response,
    ref,
    revision,
  };
}
