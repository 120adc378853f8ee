import type { ProjectRole } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";

/** A project in the list of all. */
export type ProjectRow = {
  name: string;
  slug: string;
  /** Null where the person, an admin, is no member: then its content is closed to them. */
  role: ProjectRole | null;
  members: number;
  createdAt: Date;
};

/** The projects of a person, by name; admins see all, since they say who is in which. */
export async function listProjects(actor: PersonActor): Promise<ProjectRow[]> {
  const { userId } = actor;
  const projects = await db.project.findMany({
    where: can(actor, "people.manage", null) ? {} : { memberships: { some: { userId } } },
    select: {
      name: true,
      slug: true,
      createdAt: true,
      memberships: { where: { userId }, select: { role: true } },
      _count: { select: { memberships: true } },
    },
    orderBy: [{ name: "asc" }, { slug: "asc" }],
  });
  return projects.map(({ name, slug, createdAt, memberships, _count }) => ({
    name,
    slug,
    role: memberships[0]?.role ?? null,
    members: _count.memberships,
    createdAt,
  }));
}

/**
 * Where a person lands: the project they were in last, else the first of theirs.
 *
 * @param lastSlug what their browser remembers
 * @returns null for someone without projects
 */
export async function landingSlug(actor: PersonActor, lastSlug: string | undefined): Promise<string | null> {
  const mine = { memberships: { some: { userId: actor.userId } } };
  const last =
    lastSlug && (await db.project.findFirst({ where: { slug: lastSlug, ...mine }, select: { slug: true } }));
  if (last) return last.slug;
  const first = await db.project.findFirst({
    where: mine,
    orderBy: { createdAt: "asc" },
    select: { slug: true },
  });
  return first?.slug ?? null;
}
