import { firstAdmin } from "#lib/domain/people/first-admin.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { env } from "#lib/server/env.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { issueLink, redeemLink } from "./one-time-link.ts";
import { withPassword } from "./password.ts";

/**
 * A URL that signs the first admin in, once, within a day. The start script prints it until an admin has a
 * password; whoever reads the terminal holds the machine anyway.
 *
 * @returns null as soon as some admin can sign in by password
 */
export async function firstSignInUrl(): Promise<string | null> {
  if (!(await awaitsFirstSignIn())) return null;
  const token = await db.$transaction(async (tx) => {
    const admin = await ensureAdmin(tx);
    return issueLink(tx, "first-sign-in", admin.id);
  });
  return `${env.url}/sign-in/${token}`;
}

/** Whether no admin can sign in by password yet, so that the printed link is the way in. Open to everybody. */
export async function awaitsFirstSignIn(): Promise<boolean> {
  const admin = await db.user.findFirst({ where: { ...activeAdmin, ...withPassword }, select: { id: true } });
  return admin === null;
}

/**
 * Uses the link up. The first admin becomes lead of the demonstration project if it has none
 * yet, so that the first page is not an empty one.
 *
 * @returns who it lets in; null where it was used, has expired or never was
 */
export async function redeemFirstSignIn(token: string): Promise<{ userId: string } | null> {
  return db.$transaction(async (tx) => {
    const redeemed = await redeemLink(tx, "first-sign-in", token);
    if (!redeemed) return null;
    const { userId } = redeemed;
    const orphans = await tx.project.findMany({
      where: { isDemonstration: true, memberships: { none: { role: "lead" } } },
    });
    await tx.membership.createMany({
      data: orphans.map((project) => ({ projectId: project.id, userId, role: "lead" as const })),
      skipDuplicates: true,
    });
    await appendAudit(tx, {
      actor: { kind: "person", userId },
      action: "person.first_sign_in",
      objectKind: "person",
      objectId: userId,
    });
    return redeemed;
  });
}

const activeAdmin = { role: "admin", banned: false } satisfies Prisma.UserWhereInput;

/** The oldest admin, made where there is none. Two processes that start at once meet at the unique address. */
async function ensureAdmin(tx: Prisma.TransactionClient): Promise<{ id: string }> {
  const oldest = await tx.user.findFirst({
    where: activeAdmin,
    orderBy: { id: "asc" },
    select: { id: true },
  });
  if (oldest) return oldest;
  return tx.user.upsert({
    where: { email: firstAdmin.email },
    create: { ...firstAdmin, role: "admin" },
    update: { role: "admin", banned: false },
    select: { id: true },
  });
}
