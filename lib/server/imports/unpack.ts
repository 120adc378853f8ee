import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Refused } from "#lib/domain/errors.ts";
import { importStrings } from "#lib/domain/strings/import.ts";
import { importCaps, inMegabytes } from "./caps.ts";
import { isGzip } from "./format.ts";
import { peek } from "./peek.ts";

/**
 * The bytes of a file, unpacked where they are gzip's.
 *
 * @throws Refused `invalid` for damaged gzip, `too_large` beyond the caps
 */
export async function* unpack(name: string, packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const { head, all } = await peek(packed, 2);
  if (!isGzip(head)) return yield* all;
  let bytesIn = 0;
  let bytesOut = 0;
  const counted = async function* () {
    for await (const chunk of all) {
      bytesIn += chunk.length;
      yield chunk;
    }
  };
  const gunzip = createGunzip();
  const input = Readable.from(counted());
  input.on("error", (error) => gunzip.destroy(error));
  try {
    for await (const chunk of input.pipe(gunzip)) {
      bytesOut += chunk.length;
      checkCaps(name, bytesIn, bytesOut);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_")) {
      throw new Refused("invalid", importStrings.refusals.brokenGzip(name));
    }
    throw error;
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}

function checkCaps(name: string, bytesIn: number, bytesOut: number) {
  const { unpackedBytes, ratio, ratioFromBytes } = importCaps;
  if (bytesOut > unpackedBytes) {
    throw new Refused("too_large", importStrings.refusals.unpacksTooBig(name, inMegabytes(unpackedBytes)));
  }
  if (bytesOut > ratioFromBytes && bytesOut > bytesIn * ratio) {
    throw new Refused("too_large", importStrings.refusals.unpacksTooMuch(name, ratio));
  }
}
