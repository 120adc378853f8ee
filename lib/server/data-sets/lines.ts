import { type Format, isPairFormat } from "#lib/domain/export/formats.ts";
import { pairWriter, rowLine } from "#lib/domain/export/row.ts";
import { type ItemLines, itemPages, readItems } from "./items.ts";
import { judgedPages } from "./judged.ts";
import { readPairItems } from "./pair-items.ts";

/** The lines of a snapshot in one of the formats, page by page, in the order of its items. */
export async function* linePages(snapshotId: string, format: Format): AsyncGenerator<ItemLines[]> {
  if (format === "stepwise") {
    yield* judgedPages(snapshotId);
  } else if (isPairFormat(format)) {
    const linesOf = pairWriter(format);
    for await (const items of itemPages(snapshotId, readPairItems)) {
      yield items.map(({ content, synthetic }) => ({
        lines: content && linesOf(content),
        synthetic,
      }));
    }
  } else {
    for await (const items of itemPages(snapshotId, readItems)) {
      yield items.map(({ content, synthetic }) => ({
        lines: content && [rowLine(format, content)],
        synthetic,
      }));
    }
  }
}
