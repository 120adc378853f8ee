import type { ProjectRole } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** A project in the list of all. */
export type ProjectRow = {
  name: string;
  slug: string;
  /** Null where the person, an admin, is no member: then its content is closed to them. */
  role: ProjectRole | null;
  members: number;
  /** Whether belief runs are allowed; null for those who do not decide it. */
  beliefRuns: boolean | null;
  createdAt: Date;
};

/** How many projects a page of the list holds. */
const pageLength = 50;

const byName = [{ name: "asc" }, { slug: "asc" }] satisfies Prisma.ProjectOrderByWithRelationInput[];

/**
 * A page of the projects of a person, by name; admins see all, since they say who is in which.
 *
 * @param after slug of the last project of the page before
 */
export async function listProjects(
  actor: PersonActor,
  { after }: { after?: string } = {},
): Promise<{ projects: ProjectRow[]; next: string | null }> {
  const { userId } = actor;
  const rows = await db.project.findMany({
    where: shownTo(actor),
    select: {
      name: true,
      slug: true,
      createdAt: true,
      beliefRuns: true,
      memberships: { where: { userId }, select: { role: true } },
      _count: { select: { memberships: true } },
    },
    orderBy: byName,
    take: pageLength + 1,
    ...(after && { cursor: { slug: after }, skip: 1 }),
  });
  const decides = can(actor, "beliefs.allow", null);
  const projects = rows
    .slice(0, pageLength)
    .map(({ name, slug, createdAt, beliefRuns, memberships, _count }) => ({
      name,
      slug,
      role: memberships[0]?.role ?? null,
      members: _count.memberships,
      beliefRuns: decides ? beliefRuns : null,
      createdAt,
    }));
  return { projects, next: rows.length > pageLength ? (projects.at(-1)?.slug ?? null) : null };
}

/** All of them by name alone, to choose one of. */
export function projectChoices(actor: PersonActor): Promise<{ name: string; slug: string }[]> {
  return db.project.findMany({
    where: shownTo(actor),
    select: { name: true, slug: true },
    orderBy: byName,
  });
}

function shownTo(actor: PersonActor): Prisma.ProjectWhereInput {
  return can(actor, "people.manage", null) ? {} : { memberships: { some: { userId: actor.userId } } };
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
