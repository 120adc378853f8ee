import { Prisma } from "#prisma/generated/client.ts";

/** SQL: statuses of records that new policies can make stale; all others are decided for good, or stale already. */
export const touchable = Prisma.sql`array['awaiting_review', 'in_review', 'needs_adjudication', 'changes_requested', 'approved']::record_status[]`;
