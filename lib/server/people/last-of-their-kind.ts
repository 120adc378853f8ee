import { Refused } from "#lib/domain/errors.ts";
import { peopleStrings } from "#lib/domain/strings/people.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/**
 * Passes if another active admin remains without this one. Holds the rows of all admins until the
 * transaction ends, so that two admins who step down at once do not both find the other.
 *
 * @throws Refused `conflict`
 */
export async function requireOtherAdmin(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    select id from users where role = 'admin' and not banned order by id for update`;
  if (!admins.some(({ id }) => id !== userId)) throw new Refused("conflict", peopleStrings.lastAdmin);
}

/**
 * Passes if another active lead of the project remains without this one.
 *
 * @throws Refused `conflict`
 */
export async function requireOtherLead(
  tx: Prisma.TransactionClient,
  projectId: string,
  userId: string,
): Promise<void> {
  const leads = await tx.$queryRaw<{ id: string }[]>`
    select u.id from memberships m join users u on u.id = m.user_id
    where m.project_id = ${projectId}::uuid and m.role = 'lead' and not u.banned
    order by u.id for update of m`;
  if (!leads.some(({ id }) => id !== userId)) throw new Refused("conflict", peopleStrings.lastLead);
}
