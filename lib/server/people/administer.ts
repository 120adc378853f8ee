import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { peopleStrings } from "#lib/domain/strings/people.ts";
import { authorizeInstallation } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { issueLink } from "#lib/server/auth/one-time-link.ts";
import { leaveBatches } from "#lib/server/batches/end.ts";
import { db } from "#lib/server/database/client.ts";
import { env } from "#lib/server/env.ts";
import { freeClaims } from "#lib/server/reviews/give-back.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { requireOtherAdmin } from "./last-of-their-kind.ts";

/**
 * Deactivates a person: every browser is signed out at once and no way in is left. What they did stays.
 *
 * @throws Refused `forbidden`, `not_found`, `conflict` for oneself and the last admin
 */
export async function deactivate(actor: Actor, userId: string): Promise<void> {
  if (actor.kind === "person" && actor.userId === userId)
    throw new Refused("conflict", peopleStrings.notOneself);
  await change(actor, userId, "person.deactivate", async (tx) => {
    // Records are locked before people, as by who claims one.
    await leaveBatches(tx, actor, { userId });
    await requireOtherAdmin(tx, userId);
    await tx.user.update({ where: { id: userId }, data: { banned: true } });
    await tx.session.deleteMany({ where: { userId } });
    await tx.verification.deleteMany({ where: { value: userId } });
  });
  // Whoever made a batch for them meanwhile still found them active.
  await db.$transaction((tx) => leaveBatches(tx, actor, { userId }));
  await freeClaims({ userId });
}

/**
 * Lets a deactivated person sign in again, with the password and the roles they had.
 *
 * @throws Refused `forbidden`, `not_found`
 */
export async function reactivate(actor: Actor, userId: string): Promise<void> {
  await change(actor, userId, "person.reactivate", async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { banned: false } });
  });
}

/**
 * Makes a person an admin, or no admin any more, from their next request on.
 *
 * @throws Refused `forbidden`, `not_found`, `conflict` for the last admin
 */
export async function setAdmin(actor: Actor, userId: string, isAdmin: boolean): Promise<void> {
  await change(actor, userId, isAdmin ? "person.make_admin" : "person.unmake_admin", async (tx) => {
    if (!isAdmin) await requireOtherAdmin(tx, userId);
    await tx.user.update({ where: { id: userId }, data: { role: isAdmin ? "admin" : "user" } });
  });
}

/**
 * Signs a person out of every browser.
 *
 * @throws Refused `forbidden`, `not_found`
 */
export async function signOutPerson(actor: Actor, userId: string): Promise<void> {
  await change(actor, userId, "person.sign_out_everywhere", async (tx) => {
    await tx.session.deleteMany({ where: { userId } });
  });
  await freeClaims({ userId });
}

/**
 * Makes a link with which a person sets a new password, once, within a day. There is no mail server: the
 * admin hands it over.
 *
 * @throws Refused `forbidden`, `not_found`, `conflict` for someone who is deactivated
 */
export async function makeResetLink(actor: Actor, userId: string): Promise<{ url: string }> {
  const token = await change(actor, userId, "person.make_reset_link", async (tx) => {
    const { banned } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { banned: true } });
    if (banned) throw new Refused("conflict", peopleStrings.reactivateFirst);
    return issueLink(tx, "reset", userId);
  });
  return { url: `${env.url}/reset/${token}` };
}

/** What all of these have in common: only admins, an existing person, one audited transaction. */
async function change<T>(
  actor: Actor,
  userId: string,
  action: string,
  apply: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  authorizeInstallation(actor, "people.manage");
  return db.$transaction(async (tx) => {
    const person = await tx.user.findUnique({ where: { id: userId }, select: { id: true } });
    if (!person) throw new Refused("not_found", accessStrings.notFound);
    const result = await apply(tx);
    await appendAudit(tx, { actor, action, objectKind: "person", objectId: userId });
    return result;
  });
}
