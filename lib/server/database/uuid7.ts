import { randomBytes } from "node:crypto";
import { Prisma } from "#prisma/generated/client.ts";

/** An id for a row that raw SQL inserts; Prisma makes the others. PostgreSQL itself can only since 18. */
export function uuid7(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/**
 * SQL: ids for the rows that one statement inserts, UUIDv7 that count up with `n`, so that a list in order of id is
 * one in that order: 48 bits of time, 26 of the count, 48 of chance.
 *
 * @param n an SQL expression of a whole number below 2²⁶
 */
export function uuid7InOrder(n: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    lpad(to_hex(${Date.now()}::bigint), 12, '0') || '7' || lpad(to_hex(${n} >> 14), 3, '0')
    || to_hex(32768 | (${n} & 16383)) || lpad(to_hex((random() * 281474976710655)::bigint), 12, '0')
  )::uuid`;
}
