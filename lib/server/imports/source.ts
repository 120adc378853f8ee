import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, unlink } from "node:fs/promises";
import path from "node:path";
import { Refused } from "#lib/domain/errors.ts";
import { importStrings } from "#lib/domain/strings/import.ts";
import { env } from "#lib/server/env.ts";
import { importCaps, inMegabytes } from "./caps.ts";

/** A file to import: its name as the person knows it, and an open handle that its reader closes. */
export type Source = { name: string; bytes: number; sha256: string; handle: FileHandle };

/**
 * Opens a file of this machine, as the command line does.
 *
 * @throws Refused `not_found`, `too_large`
 */
export async function openLocal(file: string): Promise<Source> {
  const name = path.basename(file);
  const handle = await open(file).catch(() => {
    throw new Refused("not_found", importStrings.refusals.noFile(file));
  });
  return closeOnFailure(handle, async () => {
    const { size, isFile } = await handle.stat().then((stat) => ({ size: stat.size, isFile: stat.isFile() }));
    if (!isFile) throw new Refused("not_found", importStrings.refusals.noFile(file));
    if (size > importCaps.fileBytes) throw tooBig(name);
    const hash = createHash("sha256");
    for await (const chunk of bytesOf(handle)) hash.update(chunk);
    return { name, bytes: size, sha256: hash.digest("hex"), handle };
  });
}

/**
 * Keeps an upload in a file that has no name any more once it is open: whatever becomes of this process,
 * nothing is left behind.
 *
 * @param expectedBytes what the sender announced; an upload that ends elsewhere is refused
 * @throws Refused `too_large`; `invalid` where it arrived incomplete
 */
export async function spool(
  name: string,
  body: AsyncIterable<Uint8Array>,
  expectedBytes: number | null = null,
): Promise<Source> {
  if ((expectedBytes ?? 0) > importCaps.fileBytes) throw tooBig(name);
  const handle = await openNameless();
  return closeOnFailure(handle, async () => {
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const chunk of whole(name, body)) {
      if (bytes + chunk.length > importCaps.fileBytes) throw tooBig(name);
      hash.update(chunk);
      await handle.write(chunk, 0, chunk.length, bytes);
      bytes += chunk.length;
    }
    if (expectedBytes !== null && bytes !== expectedBytes) {
      throw new Refused("invalid", importStrings.refusals.cutOff(name));
    }
    return { name, bytes, sha256: hash.digest("hex"), handle };
  });
}

/** The bytes of an open file from its beginning, in chunks of 64 kB. Leaves the file open. */
export async function* bytesOf(handle: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ; ) {
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(65_536), 0, 65_536, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** A sender that goes away in the middle is no fault of ours. */
async function* whole(name: string, body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    const isGone = error instanceof Error && "code" in error && error.code === "ECONNRESET";
    throw isGone ? new Refused("invalid", importStrings.refusals.cutOff(name)) : error;
  }
}

async function openNameless(): Promise<FileHandle> {
  const folder = path.join(env.dataDirectory, "uploads");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, randomUUID());
  const handle = await open(file, "wx+", 0o600);
  await unlink(file);
  return handle;
}

async function closeOnFailure(handle: FileHandle, work: () => Promise<Source>): Promise<Source> {
  try {
    return await work();
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function tooBig(name: string): Refused {
  return new Refused("too_large", importStrings.refusals.tooBig(name, inMegabytes(importCaps.fileBytes)));
}
