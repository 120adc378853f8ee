import { gzipSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "vitest";
import { openFile } from "./read-file.ts";
import { spool } from "./source.ts";

async function read(name: string, bytes: Uint8Array) {
  const source = await spool(
    name,
    (async function* () {
      yield bytes;
    })(),
  );
  try {
    const file = await openFile(source);
    const rows = [];
    for await (const { cells } of file.rows) rows.push(cells);
    return { rows, columns: file.columns() };
  } finally {
    await source.handle.close();
  }
}

const written = (count: number) =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: "prompt", data: Array.from({ length: count }, (_, n) => `How do I ${n}?`), type: "STRING" },
        { name: "n", data: Array.from({ length: count }, (_, n) => BigInt(n)), type: "INT64" },
        { name: "at", data: Array(count).fill(new Date("2026-01-02T03:04:05Z")), type: "TIMESTAMP" },
      ],
      rowGroupSize: 100,
    }),
  );

test("Parquet is read row group by row group, with values as JSON has them", async () => {
  const { rows, columns } = await read("f.parquet", written(250));
  expect(columns).toEqual(["prompt", "n", "at"]);
  expect(rows).toHaveLength(250);
  expect(rows[249]).toEqual({ prompt: "How do I 249?", n: 249, at: "2026-01-02T03:04:05.000Z" });
});

test("packed Parquet is read as well, and known by its bytes", async () => {
  expect((await read("f.parquet.gz", gzipSync(written(3)))).rows).toHaveLength(3);
  expect((await read("f.csv", written(3))).rows).toHaveLength(3);
});

test("lists of messages come as lists of objects", async () => {
  const messages = [[{ role: "user", content: "hi" }]];
  const bytes = parquetWriteBuffer({ columnData: [{ name: "messages", data: messages, type: "JSON" }] });
  expect((await read("f.parquet", new Uint8Array(bytes))).rows).toEqual([{ messages: messages[0] }]);
});

test("damaged Parquet is refused, wherever the damage is", async () => {
  const whole = written(50);
  for (let at = 4; at < whole.length; at += 97) {
    const damaged = Uint8Array.from(whole);
    damaged.fill(0xff, at, at + 8);
    const result = await read("f.parquet", damaged).catch((error: Error) => error.message);
    if (typeof result === "string") expect(result).toMatch(/^f\.parquet /);
  }
  await expect(read("f.parquet", whole.subarray(0, 300))).rejects.toThrow(
    "f.parquet is not a Parquet file that can be read",
  );
});
