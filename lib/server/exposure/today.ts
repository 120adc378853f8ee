import { Prisma } from "#prisma/generated/client.ts";

/** The day of ledgers in SQL: in UTC, wherever people are. */
export const today = Prisma.sql`(now() at time zone 'utc')::date`;
