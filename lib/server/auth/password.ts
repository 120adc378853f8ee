import { hashPassword, verifyPassword } from "better-auth/crypto";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export { hashPassword };

/** better-auth's name for an account that is proved by e-mail and password. */
const providerId = "credential";

/** Whether a person can sign in by password. */
export const withPassword = {
  accounts: { some: { providerId, password: { not: null } } },
} satisfies Prisma.UserWhereInput;

/**
 * Sets a person's password. Hash it first, outside the transaction: scrypt takes its time.
 *
 * @param hash from `hashPassword`
 */
export async function savePassword(
  tx: Pick<Prisma.TransactionClient, "account">,
  userId: string,
  hash: string,
): Promise<void> {
  const { count } = await tx.account.updateMany({ where: { userId, providerId }, data: { password: hash } });
  if (count === 0)
    await tx.account.create({ data: { userId, accountId: userId, providerId, password: hash } });
}

/** Whether this is the person's password; null where they have none. */
export async function checkPassword(userId: string, password: string): Promise<boolean | null> {
  const account = await db.account.findFirst({ where: { userId, providerId }, select: { password: true } });
  return account?.password ? verifyPassword({ hash: account.password, password }) : null;
}
