import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { hashToken, newToken } from "./token.ts";

/** What a one-time link is good for. */
export type LinkPurpose = "first-sign-in" | "reset";

/** How long a link can be used, in hours. */
const linkHours = 24;

/**
 * Makes the one valid link of its purpose for a person; earlier ones stop working.
 *
 * @returns the token, which only the caller ever sees: the database keeps its hash
 */
export async function issueLink(
  tx: Pick<Prisma.TransactionClient, "verification">,
  purpose: LinkPurpose,
  userId: string,
): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(Date.now() + linkHours * 3_600_000);
  await tx.verification.deleteMany({ where: { identifier: { startsWith: `${purpose}:` }, value: userId } });
  await tx.verification.create({
    data: { identifier: identifierOf(purpose, token), value: userId, expiresAt },
  });
  return token;
}

/** Whose link this is, without using it up; null where it never was, was used or has expired. */
export async function findLink(purpose: LinkPurpose, token: string): Promise<{ userId: string } | null> {
  const found = await db.verification.findFirst({ where: valid(purpose, token), select: { value: true } });
  return found && { userId: found.value };
}

/** Uses a link up. Of two that try at once, one gets the person and the other null. */
export async function redeemLink(
  tx: Pick<Prisma.TransactionClient, "verification">,
  purpose: LinkPurpose,
  token: string,
): Promise<{ userId: string } | null> {
  const found = await tx.verification.findFirst({
    where: valid(purpose, token),
    select: { id: true, value: true },
  });
  if (!found) return null;
  const { count } = await tx.verification.deleteMany({ where: { id: found.id } });
  return count === 1 ? { userId: found.value } : null;
}

function valid(purpose: LinkPurpose, token: string): Prisma.VerificationWhereInput {
  return { identifier: identifierOf(purpose, token), expiresAt: { gt: new Date() } };
}

function identifierOf(purpose: LinkPurpose, token: string): string {
  return `${purpose}:${hashToken(token)}`;
}
