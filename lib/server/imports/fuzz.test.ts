import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { Refused } from "#lib/domain/errors.ts";
import { storableCell } from "#lib/domain/import/cells.ts";
import fc from "#lib/domain/testing/seeded.ts";
import { openFile } from "./read-file.ts";
import { spool } from "./source.ts";

async function* pieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Rows of a file, or the sentence that refused it; anything else is thrown. */
async function read(name: string, bytes: Buffer, size = 65_536) {
  const source = await spool(name, pieces(bytes, size));
  try {
    const rows: unknown[] = [];
    for await (const { cells, fault } of (await openFile(source)).rows) rows.push(fault ?? cells);
    return rows;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  } finally {
    await source.handle.close();
  }
}

const sound: Record<string, string> = {
  "f.csv": 'prompt,note\n"How, do I?","a\n""b"""\nWhat is it?,é\n'.repeat(20),
  "f.tsv": "prompt\tnote\nHow do I?\tx\n".repeat(20),
  "f.jsonl": `${JSON.stringify({ messages: [{ role: "user", content: 'é"\\' }], n: -1.5e3 })}\n`.repeat(20),
  "f.json": JSON.stringify(Array(20).fill({ prompt: "]", list: [{ a: "}" }, true, null] })),
  "g.json": JSON.stringify({ Fraud: { "x:": ["a", "b"] }, Theft: ["c"] }),
};

const damage = fc.record({
  name: fc.constantFrom(...Object.keys(sound)),
  isPacked: fc.boolean(),
  at: fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), { maxLength: 5 }),
  bytes: fc.uint8Array({ maxLength: 6 }),
  cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 3 }),
});

test("a damaged file is read or refused by name, and never breaks the reader", async () => {
  await fc.assert(
    fc.asyncProperty(damage, async ({ name, isPacked, at, bytes, cut }) => {
      const text = Buffer.from(sound[name] ?? "");
      let file = isPacked ? gzipSync(text) : text;
      for (const place of at) file.set(bytes, Math.floor(place * (file.length - bytes.length)));
      if (cut !== null) file = file.subarray(0, Math.floor(cut * file.length));
      const result = await read(name, file);
      if (typeof result === "string") expect(result).toContain(name);
      else expect(() => JSON.stringify(result)).not.toThrow();
    }),
    { numRuns: 1_500 },
  );
}, 60_000);

test("JSON is read as JSON.parse reads it, however it is cut and spaced", async () => {
  const value = fc
    .jsonValue({ maxDepth: 4, noUnicodeString: false })
    .filter((one) => one !== null && typeof one === "object" && !Array.isArray(one));
  await fc.assert(
    fc.asyncProperty(
      fc.array(value, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(0, 1, 3),
      async (rows, spaces) => {
        const expected = storableCell(JSON.parse(JSON.stringify(rows)));
        expect(await read("f.json", Buffer.from(JSON.stringify(rows, null, spaces)), 7)).toEqual(expected);
        expect(await read("f.jsonl", Buffer.from(rows.map((row) => JSON.stringify(row)).join("\n")))).toEqual(
          expected,
        );
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);
