import { isUtf8 } from "node:buffer";
import { Refused } from "#lib/domain/errors.ts";
import { importStrings } from "#lib/domain/strings/import.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** Thrown behind the last good character of a file, so that whoever counts rows can say where that was. */
export class NotUtf8 extends Error {}

/**
 * The encoding of a text file by its byte order mark, else by where zero bytes stand: UTF-16 has one in each Latin
 * letter, space and comma, all on the same side; UTF-8 has none.
 *
 * @param head the first bytes
 * @throws Refused `invalid` for other encodings and for what is no text
 */
export function encodingOf(name: string, head: Buffer): Encoding {
  const mark = head.toString("hex", 0, 4);
  if (mark.startsWith("fffe0000") || mark.startsWith("0000feff")) throw unknown(name);
  if (mark.startsWith("fffe")) return "utf-16le";
  if (mark.startsWith("feff")) return "utf-16be";
  if (mark.startsWith("efbbbf")) return "utf-8";
  const [even, odd] = [zerosAt(head, 0), zerosAt(head, 1)];
  const many = head.length / 8;
  if (even > many && odd > many) throw unknown(name);
  if (even > many) return "utf-16be";
  return odd > many ? "utf-16le" : "utf-8";
}

function zerosAt(head: Buffer, side: 0 | 1): number {
  let zeros = 0;
  for (let index: number = side; index < head.length; index += 2) if (head[index] === 0) zeros++;
  return zeros;
}

/**
 * Text from bytes, without a byte order mark. UTF-8 is strict: at the first byte that is none, what came before
 * is given and then `NotUtf8` is thrown.
 */
export async function* decode(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  if (encoding !== "utf-8") return yield* decodeUtf16(bytes, encoding);
  let carried: Buffer = Buffer.alloc(0);
  let isFirst = true;
  for await (const chunk of bytes) {
    const all = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk;
    const end = all.length - unfinished(all);
    yield* strict(all.subarray(0, end), isFirst);
    carried = all.subarray(end);
    isFirst = false;
  }
  if (carried.length > 0) throw new NotUtf8();
}

async function* decodeUtf16(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function* strict(bytes: Buffer, isFirst: boolean): Generator<string> {
  const start = isFirst && bytes.toString("hex", 0, 3) === "efbbbf" ? 3 : 0;
  if (isUtf8(bytes)) return yield bytes.toString("utf8", start);
  yield bytes.toString("utf8", start, goodUntil(bytes));
  throw new NotUtf8();
}

/** Where the first byte stands that is not UTF-8, by halving. */
function goodUntil(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const part = bytes.subarray(0, middle);
    if (isUtf8(part.subarray(0, middle - unfinished(part)))) good = middle;
    else bad = middle;
  }
  return good - unfinished(bytes.subarray(0, good));
}

/** How many bytes at the end begin a character that is not complete: 0 to 3. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

function unknown(name: string): Refused {
  return new Refused("invalid", importStrings.refusals.unknownEncoding(name));
}
