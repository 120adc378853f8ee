import { createHash } from "node:crypto";
import { finished, Readable } from "node:stream";
import type { Actor } from "#lib/domain/access/actions.ts";
import { fileName } from "#lib/domain/export/file-name.ts";
import { SnapshotFilter } from "#lib/domain/export/filter.ts";
import { columns, type Format, isPairFormat } from "#lib/domain/export/formats.ts";
import { LeftOut } from "#lib/domain/export/left-out.ts";
import { Manifest } from "#lib/domain/export/manifest.ts";
import { dataCardStrings } from "#lib/domain/strings/data-card.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { authorizeRelease, type ReleasedSnapshot } from "./authorize-release.ts";
import { contaminationOfSnapshot } from "./contamination.ts";
import { linePages } from "./lines.ts";
import { provenanceOf } from "./provenance.ts";

/** A release on its way out. */
export type ReleaseStream = {
  fileName: string;
  /** UTF-8 JSONL. It ends only after the release was stored, so what arrived whole is on record. */
  stream: Readable;
  /** What lies beside the file; settles when the stream has ended, rejects if it was given up. */
  manifest(): Promise<Manifest>;
};

type Tally = {
  sha256: string;
  bytes: number;
  rows: number;
  erasedItems: number;
  syntheticRows: number;
};

/**
 * Writes a snapshot in one of the formats, in constant memory. The same snapshot and format give the same
 * bytes; only an erasure takes rows away, and the manifest counts them.
 *
 * @param actor needs `dataSets.release`; `dataSets.read` is enough once somebody released it in this format
 * @throws Refused `not_found`, `forbidden`
 */
export async function streamRelease(
  actor: Actor,
  snapshotId: string,
  format: Format,
): Promise<ReleaseStream> {
  const snapshot = await authorizeRelease(actor, snapshotId, format);
  const name = fileName({
    ...snapshot,
    projectSlug: snapshot.project.slug,
    snapshot: snapshot.number,
    format,
  });
  const { promise, resolve, reject } = Promise.withResolvers<Manifest>();
  // Whoever wants the manifest gets the rejection too; whoever only streams has the stream's own error.
  promise.catch(() => {});

  async function* lines(): AsyncGenerator<Buffer> {
    const tally = yield* countedLines(snapshotId, format);
    resolve(await storeRelease(actor, snapshot, format, name, tally));
  }
  const stream = Readable.from(lines(), { objectMode: false });
  finished(stream, (error) => reject(error ?? new Error(`${name} was not read to its end.`)));
  return { fileName: name, stream, manifest: () => promise };
}

/** The lines of the file, a page of items at a time, and in the end what they add up to. */
async function* countedLines(snapshotId: string, format: Format): AsyncGenerator<Buffer, Tally> {
  const hash = createHash("sha256");
  const tally = { bytes: 0, rows: 0, erasedItems: 0, syntheticRows: 0 };
  for await (const items of linePages(snapshotId, format)) {
    let text = "";
    for (const { lines, synthetic } of items) {
      if (lines === null) {
        tally.erasedItems += 1;
        continue;
      }
      text += lines.join("");
      tally.rows += lines.length;
      if (synthetic) tally.syntheticRows += lines.length;
    }
    const chunk = Buffer.from(text);
    hash.update(chunk);
    tally.bytes += chunk.length;
    if (chunk.length > 0) yield chunk;
  }
  return { ...tally, sha256: hash.digest("hex") };
}

/** Puts the release on record, or finds the record of the same bytes. */
async function storeRelease(
  actor: Actor,
  snapshot: ReleasedSnapshot,
  format: Format,
  file: string,
  tally: Tally,
): Promise<Manifest> {
  const manifest = await manifestOf(snapshot, format, file, tally);
  const { sha256, bytes, rows } = tally;
  return db.$transaction(async (tx) => {
    const { count: isNew } = await tx.release.createMany({
      data: {
        snapshotId: snapshot.id,
        createdById: actor.kind === "person" ? actor.userId : null,
        format,
        fileName: file,
        rows,
        bytes,
        sha256,
        manifest,
      },
      skipDuplicates: true,
    });
    await appendAudit(tx, {
      actor,
      projectId: snapshot.projectId,
      action: isNew ? "dataSet.release" : "dataSet.download",
      objectKind: "snapshot",
      objectId: snapshot.id,
      detail: { number: snapshot.number, format, rows, sha256 },
    });
    if (isNew) return manifest;
    const release = await tx.release.findUniqueOrThrow({
      where: { snapshotId_format_sha256: { snapshotId: snapshot.id, format, sha256 } },
      select: { manifest: true },
    });
    return Manifest.parse(release.manifest);
  });
}

async function manifestOf(
  snapshot: ReleasedSnapshot,
  format: Format,
  file: string,
  tally: Tally,
): Promise<Manifest> {
  return {
    manifestVersion: 1,
    file,
    format,
    columns: [...columns[format]],
    rowId: dataCardStrings.what.id[isPairFormat(format) ? "pair" : "revision"],
    sha256: tally.sha256,
    bytes: tally.bytes,
    rows: tally.rows,
    project: snapshot.project,
    snapshot: {
      number: snapshot.number,
      name: snapshot.name,
      frozenAt: snapshot.createdAt.toISOString(),
      items: snapshot.itemCount,
      itemsHash: snapshot.itemsHash,
      filter: SnapshotFilter.parse(snapshot.filter),
      leftOut: LeftOut.parse(snapshot.leftOut),
    },
    erasedItems: tally.erasedItems,
    synthetic: { any: snapshot.synthetic, rows: tally.syntheticRows },
    provenance: await provenanceOf(snapshot.id),
    contamination: await contaminationOfSnapshot(snapshot, SnapshotFilter.parse(snapshot.filter)),
    releasedAt: new Date().toISOString(),
  };
}
