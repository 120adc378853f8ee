import type { z } from "zod";
import type { Actor, ProjectRole } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import { Refused } from "#lib/domain/errors.ts";
import { type InvitationState, invitationState, type NewInvitation } from "#lib/domain/people/invitation.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { authorize, authorizeInstallation } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { hashToken, newToken } from "#lib/server/auth/token.ts";
import { db } from "#lib/server/database/client.ts";
import { env } from "#lib/server/env.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** An invitation as lists show it; its link was shown once and is not known any more. */
export type InvitationRow = {
  id: string;
  email: string | null;
  role: ProjectRole | null;
  isAdmin: boolean;
  projectName: string | null;
  state: InvitationState;
  expiresAt: Date;
};

/** How many invitations a list shows, newest first. */
const listLength = 50;

/**
 * Makes an invitation. Leads invite into their projects; admins into all, as admins, or to an account only.
 *
 * @returns the link, which is shown once: only the hash of its token is kept
 * @throws Refused `not_found`, `forbidden`
 */
export async function invite(
  actor: PersonActor,
  { slug, role, email, days, isAdmin }: z.output<typeof NewInvitation>,
): Promise<{ url: string }> {
  if (isAdmin || slug === "") authorizeInstallation(actor, "people.manage");
  const project = slug === "" ? null : (await requireProject(actor, slug, "members.manage")).project;
  const terms = { projectId: project?.id, role: project ? role : undefined, isAdmin };
  const token = newToken();
  const expiresAt = new Date(Date.now() + days * 86_400_000);
  await db.$transaction(async (tx) => {
    const { id } = await tx.invitation.create({
      data: { ...terms, email, tokenHash: hashToken(token), createdById: actor.userId, expiresAt },
      select: { id: true },
    });
    const object = { projectId: terms.projectId, objectKind: "invitation", objectId: id };
    const detail = { role: terms.role ?? null, isAdmin, days };
    await appendAudit(tx, { actor, action: "invitation.create", ...object, detail });
  });
  return { url: `${env.url}/join/${token}` };
}

/** Invitations into one project, newest first. */
export async function listProjectInvitations(actor: Actor, slug: string): Promise<InvitationRow[]> {
  const { project } = await requireProject(actor, slug, "members.manage");
  return list({ projectId: project.id });
}

/** All invitations of the installation, newest first. */
export async function listInvitations(actor: Actor): Promise<InvitationRow[]> {
  authorizeInstallation(actor, "people.manage");
  return list({});
}

/**
 * Makes an open invitation useless. One that was accepted stays as it is: what it gave is taken by other means.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function revokeInvitation(actor: Actor, id: string): Promise<void> {
  const invitation = await db.invitation.findUnique({
    where: { id },
    select: { projectId: true, isAdmin: true },
  });
  const { projectId, isAdmin } = invitation ?? {};
  if (!projectId && !can(actor, "people.manage", null))
    throw new Refused("not_found", accessStrings.notFound);
  if (!invitation) throw new Refused("not_found", accessStrings.notFound);
  if (projectId) await authorize(actor, "members.manage", { projectId });
  if (isAdmin) authorizeInstallation(actor, "people.manage");
  await db.$transaction(async (tx) => {
    const open = { id, acceptedAt: null, revokedAt: null };
    const { count } = await tx.invitation.updateMany({ where: open, data: { revokedAt: new Date() } });
    if (count === 0) return;
    const object = { projectId: projectId ?? undefined, objectKind: "invitation", objectId: id };
    await appendAudit(tx, { actor, action: "invitation.revoke", ...object });
  });
}

async function list(where: Prisma.InvitationWhereInput): Promise<InvitationRow[]> {
  const rows = await db.invitation.findMany({
    where,
    orderBy: { id: "desc" },
    take: listLength,
    include: { project: { select: { name: true } } },
  });
  const now = new Date();
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    role: row.role,
    isAdmin: row.isAdmin,
    projectName: row.project?.name ?? null,
    state: invitationState(row, now),
    expiresAt: row.expiresAt,
  }));
}
