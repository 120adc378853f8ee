import type { Actor } from "#lib/domain/access/actions.ts";
import type { FamilyId } from "#lib/domain/export/chat-template/families.ts";
import type { Format } from "#lib/domain/export/formats.ts";
import { defaultFamily, trainingReadme } from "#lib/domain/export/readme.ts";
import type { RowContent } from "#lib/domain/export/row.ts";
import { currentManifest } from "./current-manifest.ts";
import { itemPages, readItems } from "./items.ts";

/**
 * The README beside what a download would give now, with the file's name.
 *
 * @param actor needs `dataSets.release`; `dataSets.read` is enough once somebody released it in this format
 * @param family whose chat template and settings it is about; the format's own if not given
 * @param file its name where it was stored under another
 * @throws Refused `not_found`, `forbidden`
 */
export async function currentReadme(
  actor: Actor,
  snapshotId: string,
  format: Format,
  { family = defaultFamily(format), file }: { family?: FamilyId; file?: string } = {},
): Promise<{ file: string; text: string }> {
  const manifest = await currentManifest(actor, snapshotId, format);
  const named = { ...manifest, file: file ?? manifest.file };
  return { file: named.file, text: trainingReadme(named, family, await firstContent(snapshotId)) };
}

/** The first row of a snapshot that was not erased. */
async function firstContent(snapshotId: string): Promise<RowContent | null> {
  for await (const items of itemPages(snapshotId, readItems)) {
    const standing = items.find(({ content }) => content !== null);
    if (standing) return standing.content;
  }
  return null;
}
