import type { z } from "zod";
import { Refused } from "#lib/domain/errors.ts";
import type { PasswordChange, PasswordReset, Profile } from "#lib/domain/people/account.ts";
import { isStandIn } from "#lib/domain/people/first-admin.ts";
import { peopleStrings } from "#lib/domain/strings/people.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { auth } from "#lib/server/auth/auth.ts";
import { redeemLink } from "#lib/server/auth/one-time-link.ts";
import { checkPassword, hashPassword, savePassword, withPassword } from "#lib/server/auth/password.ts";
import { sharedThrottle } from "#lib/server/auth/throttle.ts";
import { db } from "#lib/server/database/client.ts";
import { isUniqueViolation } from "#lib/server/database/unique-violation.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** A person's own account as its page shows it. */
export type OwnAccount = {
  name: string;
  /** Empty while the first admin has not given one. */
  email: string;
  hasPassword: boolean;
  /** Other browsers that are signed in. */
  otherBrowsers: number;
};

/** Whoever sits at a browser that was left signed in may not guess either. */
const guesses = sharedThrottle("own password", { max: 10, windowMs: 15 * 60_000 });

/** The person's own account, seen from the browser of this request. */
export async function loadAccount(actor: PersonActor, requestHeaders: Headers): Promise<OwnAccount> {
  const [hasPassword, otherBrowsers] = await Promise.all([
    db.user.findFirst({ where: { id: actor.userId, ...withPassword }, select: { id: true } }),
    db.session.count({
      where: { ...(await othersOf(actor, requestHeaders)), expiresAt: { gt: new Date() } },
    }),
  ]);
  const email = isStandIn(actor.email) ? "" : actor.email;
  return { name: actor.name, email, hasPassword: hasPassword !== null, otherBrowsers };
}

/**
 * Changes a person's own name and address.
 *
 * @throws Refused `invalid` where a new address comes without the right password; `conflict` where it is taken
 */
export async function saveProfile(actor: PersonActor, profile: z.output<typeof Profile>): Promise<void> {
  const { name, email, currentPassword } = profile;
  if (email !== actor.email) await requireOwnPassword(actor, currentPassword);
  try {
    await db.$transaction(async (tx) => {
      await tx.user.update({ where: { id: actor.userId }, data: { name, email } });
      await appendAudit(tx, {
        ...own(actor, "person.change_profile"),
        detail: { email: email !== actor.email },
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refused("conflict", peopleStrings.emailUnusable);
    throw error;
  }
}

/**
 * Sets or changes a person's own password and signs out their other browsers.
 *
 * @throws Refused `invalid` where the current password is wrong
 */
export async function changePassword(
  actor: PersonActor,
  { currentPassword, password }: z.output<typeof PasswordChange>,
  requestHeaders: Headers,
): Promise<void> {
  await requireOwnPassword(actor, currentPassword);
  const [hash, others] = await Promise.all([hashPassword(password), othersOf(actor, requestHeaders)]);
  await db.$transaction(async (tx) => {
    await savePassword(tx, actor.userId, hash);
    await tx.session.deleteMany({ where: others });
    await appendAudit(tx, own(actor, "person.change_password"));
  });
}

/** Signs the person out of every browser but the one of this request. */
export async function signOutElsewhere(actor: PersonActor, requestHeaders: Headers): Promise<void> {
  const others = await othersOf(actor, requestHeaders);
  await db.$transaction(async (tx) => {
    await tx.session.deleteMany({ where: others });
    await appendAudit(tx, own(actor, "person.sign_out_elsewhere"));
  });
}

/**
 * Sets a new password by a reset link, once, and signs the person out of every browser.
 *
 * @returns whose password it was
 * @throws Refused `not_found` where the link was used, has expired or never was
 */
export async function resetPassword({
  token,
  password,
}: z.output<typeof PasswordReset>): Promise<{ userId: string }> {
  const hash = await hashPassword(password);
  return db.$transaction(async (tx) => {
    const redeemed = await redeemLink(tx, "reset", token);
    if (!redeemed) throw new Refused("not_found", peopleStrings.linkUnusable);
    const { userId } = redeemed;
    await savePassword(tx, userId, hash);
    await tx.session.deleteMany({ where: { userId } });
    await appendAudit(tx, own({ kind: "person", userId }, "person.reset_password"));
    return redeemed;
  });
}

async function requireOwnPassword(actor: PersonActor, password: string): Promise<void> {
  const waitMs = guesses.take(actor.userId, Date.now());
  if (waitMs > 0) throw new Refused("unavailable", peopleStrings.tooManyTries(Math.ceil(waitMs / 60_000)));
  if ((await checkPassword(actor.userId, password)) === false) {
    throw new Refused("invalid", peopleStrings.wrongCurrentPassword);
  }
  guesses.forget(actor.userId);
}

/** The person's sessions except the one that sent this request. */
async function othersOf(actor: PersonActor, requestHeaders: Headers): Promise<Prisma.SessionWhereInput> {
  const current = await auth().api.getSession({ headers: requestHeaders });
  return { userId: actor.userId, ...(current && { id: { not: current.session.id } }) };
}

function own(actor: Pick<PersonActor, "kind" | "userId">, action: string) {
  return { actor, action, objectKind: "person", objectId: actor.userId };
}
