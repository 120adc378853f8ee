import { Refused } from "#lib/domain/errors.ts";
import type { PairOrigin, PairStatus } from "#lib/domain/pair/view.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** A pair under lock. */
export type LockedPair = {
  id: string;
  projectId: string;
  origin: PairOrigin;
  status: PairStatus;
  /** Whether it was given to this person, if long ago, and to nobody since. */
  isGiven: boolean;
  /** Whether somebody else is judging it now. */
  isTaken: boolean;
};

/**
 * Locks a pair, so that two people decide one after the other.
 *
 * @throws Refused `not_found`
 */
export async function lockPair(
  tx: Prisma.TransactionClient,
  pairId: string,
  userId: string,
): Promise<LockedPair> {
  const [pair] = await tx.$queryRaw<LockedPair[]>`
    select id, project_id as "projectId", origin::text as origin, status::text as status,
      claimed_by_id = ${userId}::uuid is true as "isGiven",
      claimed_by_id <> ${userId}::uuid and claim_expires_at > now() is true as "isTaken"
    from pairs where id = ${pairId}::uuid for update`;
  if (!pair) throw new Refused("not_found", accessStrings.notFound);
  return { ...pair, isTaken: pair.isTaken ?? false };
}
