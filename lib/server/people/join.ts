import type { z } from "zod";
import type { ProjectRole } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { invitationState, type NewAccount } from "#lib/domain/people/invitation.ts";
import { peopleStrings } from "#lib/domain/strings/people.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { hashPassword, savePassword } from "#lib/server/auth/password.ts";
import { hashToken } from "#lib/server/auth/token.ts";
import { db } from "#lib/server/database/client.ts";
import { isUniqueViolation } from "#lib/server/database/unique-violation.ts";
import type { Invitation, Prisma } from "#prisma/generated/client.ts";

/** What the page behind an invitation link tells. */
export type InvitationOffer = {
  invitedBy: string;
  projectName: string | null;
  role: ProjectRole | null;
  isAdmin: boolean;
  email: string | null;
};

/** What a person came into; `slug` is the project, where the invitation named one. */
export type Joined = { userId: string; slug: string | null };

/** What an open invitation offers; null where the link was used, revoked, has expired or never was. */
export async function findInvitation(token: string): Promise<InvitationOffer | null> {
  const found = await db.invitation.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { project: { select: { name: true } } },
  });
  if (!found || invitationState(found, new Date()) !== "open") return null;
  const creator = await db.user.findUnique({ where: { id: found.createdById }, select: { name: true } });
  const { role, isAdmin, email, project } = found;
  return { invitedBy: creator?.name ?? "", projectName: project?.name ?? null, role, isAdmin, email };
}

/**
 * Accepts an invitation by making an account. What the person may do comes from the invitation alone.
 *
 * @throws Refused `not_found` where the link is not open any more; `conflict` where the address is taken
 */
export async function joinWithNewAccount({
  token,
  name,
  email,
  password,
}: z.output<typeof NewAccount>): Promise<Joined> {
  const hash = await hashPassword(password);
  try {
    return await db.$transaction(async (tx) => {
      const { id: userId } = await tx.user.create({ data: { name, email }, select: { id: true } });
      await savePassword(tx, userId, hash);
      return accept(tx, token, { kind: "person", userId, name, email, isAdmin: false });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refused("conflict", peopleStrings.emailUnusable);
    throw error;
  }
}

/**
 * Accepts an invitation as someone who has an account. Whoever is a member of the project already keeps the
 * role they have: a lead who opens a link meant for others must not lose anything.
 *
 * @throws Refused `not_found` where the link is not open any more
 */
export async function joinAs(actor: PersonActor, token: string): Promise<Joined> {
  return db.$transaction((tx) => accept(tx, token, actor));
}

async function accept(tx: Prisma.TransactionClient, token: string, actor: PersonActor): Promise<Joined> {
  const invitation = await markAccepted(tx, token, actor.userId);
  const { userId } = actor;
  const { id, projectId, role, isAdmin } = invitation;
  if (isAdmin) await tx.user.update({ where: { id: userId }, data: { role: "admin" } });
  if (projectId && role) {
    await tx.membership.createMany({ data: [{ projectId, userId, role }], skipDuplicates: true });
  }
  await appendAudit(tx, {
    actor,
    projectId: projectId ?? undefined,
    action: "invitation.accept",
    objectKind: "invitation",
    objectId: id,
    detail: { role, isAdmin },
  });
  const project =
    projectId && (await tx.project.findUnique({ where: { id: projectId }, select: { slug: true } }));
  return { userId, slug: project ? project.slug : null };
}

/** Marks an open invitation as accepted. Of two that try at once, the second finds it used. */
async function markAccepted(
  tx: Prisma.TransactionClient,
  token: string,
  userId: string,
): Promise<Invitation> {
  const now = new Date();
  const [invitation] = await tx.invitation.updateManyAndReturn({
    where: { tokenHash: hashToken(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now, acceptedById: userId },
  });
  if (!invitation) throw new Refused("not_found", peopleStrings.linkUnusable);
  return invitation;
}
