import type { Actor } from "#lib/domain/access/actions.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { openLocal, type Source, spool } from "./source.ts";
import { stageFile } from "./stage-file.ts";
import { settleInterrupted } from "./sweep.ts";
import { workOn } from "./work-on.ts";

/** An import that is being read. `reading` ends when it is `ready` or `refused`; it never rejects. */
export type OpenedImport = { id: string; number: number; reading: Promise<void> };

/** What a browser sends. */
export type Upload = {
  fileName: string;
  body: AsyncIterable<Uint8Array>;
  /** As announced; null if it was not. */
  bytes: number | null;
};

/**
 * Takes a file that a browser sends and begins to read it. Returns when all of it has arrived; reading goes on in
 * this process, whoever stays to watch.
 *
 * @param actor needs `prompts.import` in the project
 * @throws Refused `not_found`, `forbidden`; `too_large` or `invalid` where the upload itself is at fault
 */
export async function openUpload(actor: Actor, projectId: string, upload: Upload): Promise<OpenedImport> {
  await authorize(actor, "prompts.import", { projectId });
  return open(actor, projectId, await spool(upload.fileName, upload.body, upload.bytes));
}

/**
 * The same for a file of this machine, for the command line.
 *
 * @param file path
 * @throws Refused `not_found` where there is no such file; else as `openUpload`
 */
export async function openLocalFile(actor: Actor, projectId: string, file: string): Promise<OpenedImport> {
  await authorize(actor, "prompts.import", { projectId });
  return open(actor, projectId, await openLocal(file));
}

async function open(actor: Actor, projectId: string, source: Source): Promise<OpenedImport> {
  try {
    await settleInterrupted();
    const imported = await createImport(actor, projectId, source);
    const reading = workOn(imported, () => stageFile(imported.id, source)).finally(() =>
      source.handle.close(),
    );
    return { id: imported.id, number: imported.number, reading };
  } catch (error) {
    await source.handle.close();
    throw error;
  }
}

async function createImport(actor: Actor, projectId: string, { name, bytes, sha256 }: Source) {
  return db.$transaction(async (tx) => {
    const { lastImportNumber: number } = await tx.project.update({
      where: { id: projectId },
      data: { lastImportNumber: { increment: 1 } },
      select: { lastImportNumber: true },
    });
    return tx.import.create({
      data: {
        projectId,
        number,
        createdById: actor.kind === "person" ? actor.userId : null,
        fileName: name,
        fileBytes: bytes,
        fileSha256: sha256,
      },
      select: { id: true, projectId: true, number: true, fileName: true },
    });
  });
}
