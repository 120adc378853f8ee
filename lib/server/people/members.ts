import { z } from "zod";
import type { Actor, ProjectRole } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { projectRoles } from "#lib/domain/people/invitation.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { authorizeInstallation } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { leaveBatches } from "#lib/server/batches/end.ts";
import { db } from "#lib/server/database/client.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { freeClaims } from "#lib/server/reviews/give-back.ts";
import { requireOtherLead } from "./last-of-their-kind.ts";

/** A member of a project as its leads see them. */
export type Member = { userId: string; name: string; email: string; role: ProjectRole; isActive: boolean };

/** A person's role in a project, as forms send it. */
export const MemberRole = z.object({ slug: z.string(), userId: z.uuid(), role: z.enum(projectRoles) });
export const MemberKey = MemberRole.omit({ role: true });

/**
 * The members of a project, by name.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function listMembers(actor: Actor, slug: string): Promise<Member[]> {
  const { project } = await requireProject(actor, slug, "members.read");
  const memberships = await db.membership.findMany({
    where: { projectId: project.id },
    select: { role: true, user: { select: { id: true, name: true, email: true, banned: true } } },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
  });
  return memberships.map(({ role, user: { id, name, email, banned } }) => ({
    userId: id,
    name,
    email,
    role,
    isActive: !banned,
  }));
}

/**
 * Makes someone who has an account a member. Leads invite by link instead, so that they do not learn who has one.
 *
 * @throws Refused `not_found`, `forbidden`, `conflict` where they are a member already
 */
export async function addMember(
  actor: Actor,
  { slug, userId, role }: z.output<typeof MemberRole>,
): Promise<void> {
  authorizeInstallation(actor, "people.manage");
  const { project } = await requireProject(actor, slug, "members.manage");
  const projectId = project.id;
  await db.$transaction(async (tx) => {
    if (!(await tx.user.findUnique({ where: { id: userId }, select: { id: true } }))) throw nobody();
    const { count } = await tx.membership.createMany({
      data: [{ projectId, userId, role }],
      skipDuplicates: true,
    });
    if (count === 0) return;
    await appendAudit(tx, {
      actor,
      projectId,
      action: "member.add",
      objectKind: "person",
      objectId: userId,
      detail: { role },
    });
  });
}

/**
 * Gives a member another role, from their next request on.
 *
 * @throws Refused `not_found`, `forbidden`, `conflict` where the project would have no lead
 */
export async function changeRole(
  actor: Actor,
  { slug, userId, role }: z.output<typeof MemberRole>,
): Promise<void> {
  const { project } = await requireProject(actor, slug, "members.manage");
  const projectId = project.id;
  await db.$transaction(async (tx) => {
    if (role !== "lead") await requireOtherLead(tx, projectId, userId);
    const { count } = await tx.membership.updateMany({ where: { projectId, userId }, data: { role } });
    if (count === 0) throw nobody();
    if (role === "reader") await leaveBatches(tx, actor, { userId, projectId });
    await appendAudit(tx, {
      actor,
      projectId,
      action: "member.change_role",
      objectKind: "person",
      objectId: userId,
      detail: { role },
    });
  });
  if (role === "reader") await freeClaims({ userId, projectId });
}

/**
 * Takes a person out of a project, from their next request on. What they reviewed stays; their claims come free and their batches
 * are left to the others.
 *
 * @throws Refused `not_found`, `forbidden`, `conflict` where the project would have no lead
 */
export async function removeMember(
  actor: Actor,
  { slug, userId }: z.output<typeof MemberKey>,
): Promise<void> {
  const { project } = await requireProject(actor, slug, "members.manage");
  const projectId = project.id;
  await db.$transaction(async (tx) => {
    await requireOtherLead(tx, projectId, userId);
    const { count } = await tx.membership.deleteMany({ where: { projectId, userId } });
    if (count === 0) throw nobody();
    await leaveBatches(tx, actor, { userId, projectId });
    await appendAudit(tx, {
      actor,
      projectId,
      action: "member.remove",
      objectKind: "person",
      objectId: userId,
    });
  });
  await freeClaims({ userId, projectId });
}

function nobody(): Refused {
  return new Refused("not_found", accessStrings.notFound);
}
