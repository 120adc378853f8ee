import type { RowContent } from "#lib/domain/export/row.ts";
import { db } from "#lib/server/database/client.ts";
import { rowContent, rowSelection } from "./row-content.ts";

const pageSize = 500;

/** An item of a snapshot as it can be read today; `content` is null where it was erased since. */
export interface Item {
  content: RowContent | null;
  synthetic: boolean;
}

/**
 * The items of a snapshot in order, page by page: memory stays the same however long the list is, and no
 * connection is held between pages.
 */
export async function* itemPages(snapshotId: string): AsyncGenerator<Item[]> {
  for (let after = 0; ; ) {
    const items = await db.snapshotItem.findMany({
      where: { snapshotId, position: { gt: after } },
      orderBy: { position: "asc" },
      take: pageSize,
      select: { position: true, revision: { select: rowSelection } },
    });
    if (items.length > 0) {
      yield items.map(({ revision }) => ({
        content: rowContent(revision),
        synthetic: revision.record.synthetic,
      }));
    }
    const last = items.at(-1);
    if (!last || items.length < pageSize) return;
    after = last.position;
  }
}
