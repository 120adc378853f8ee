import type { Actor, ProjectRole } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { authorizeInstallation } from "#lib/server/access/authorize.ts";
import { withPassword } from "#lib/server/auth/password.ts";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** A person as admins see them. */
export type Person = {
  id: string;
  name: string;
  email: string;
  isAdmin: boolean;
  isActive: boolean;
  joinedAt: Date;
  projects: { name: string; slug: string; role: ProjectRole }[];
};

/** A person with what only their own page shows. */
export type PersonDetail = Person & { browsers: number; hasPassword: boolean };

/** How many people a page of the list holds. */
const pageLength = 50;

const columns = {
  id: true,
  name: true,
  email: true,
  role: true,
  banned: true,
  createdAt: true,
  memberships: {
    select: { role: true, project: { select: { name: true, slug: true } } },
    orderBy: { project: { name: "asc" } },
  },
} satisfies Prisma.UserSelect;

/**
 * A page of the people of the installation, by name.
 *
 * @param after id of the last person of the page before
 * @param search part of a name or address
 * @throws Refused `forbidden`
 */
export async function listPeople(
  actor: Actor,
  { after, search }: { after?: string; search?: string },
): Promise<{ people: Person[]; next: string | null }> {
  authorizeInstallation(actor, "people.manage");
  const like = search && { contains: search, mode: "insensitive" as const };
  const rows = await db.user.findMany({
    where: like ? { OR: [{ name: like }, { email: like }] } : {},
    select: columns,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: pageLength + 1,
    ...(after && { cursor: { id: after }, skip: 1 }),
  });
  const people = rows.slice(0, pageLength).map(personOf);
  return { people, next: rows.length > pageLength ? (people.at(-1)?.id ?? null) : null };
}

/**
 * One person.
 *
 * @throws Refused `forbidden`, `not_found`
 */
export async function loadPerson(actor: Actor, id: string): Promise<PersonDetail> {
  authorizeInstallation(actor, "people.manage");
  const [row, hasPassword] = await Promise.all([
    db.user.findUnique({
      where: { id },
      select: { ...columns, _count: { select: { sessions: { where: { expiresAt: { gt: new Date() } } } } } },
    }),
    db.user.findFirst({ where: { id, ...withPassword }, select: { id: true } }),
  ]);
  if (!row) throw new Refused("not_found", accessStrings.notFound);
  return { ...personOf(row), browsers: row._count.sessions, hasPassword: hasPassword !== null };
}

function personOf(row: Prisma.UserGetPayload<{ select: typeof columns }>): Person {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    isAdmin: row.role === "admin",
    isActive: !row.banned,
    joinedAt: row.createdAt,
    projects: row.memberships.map(({ role, project }) => ({ ...project, role })),
  };
}
