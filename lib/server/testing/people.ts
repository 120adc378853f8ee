import type { ProjectRole } from "#lib/domain/access/actions.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { hashPassword, savePassword } from "#lib/server/auth/password.ts";
import { enter } from "#lib/server/auth/sign-in.ts";
import { db } from "#lib/server/database/client.ts";
import { createProject } from "#lib/server/projects/create.ts";
import type { ProjectHandle } from "#lib/server/projects/shell.ts";

let made = 0;

/** A person with an account, and a password where one is given. Each has an address of their own. */
export async function createPerson({
  name = "Ina",
  isAdmin = false,
  password,
}: {
  name?: string;
  isAdmin?: boolean;
  password?: string;
} = {}): Promise<PersonActor> {
  made += 1;
  const email = `${name.toLowerCase().replaceAll(" ", ".")}.${process.pid}.${made}@example.org`;
  const { id: userId } = await db.user.create({ data: { name, email, role: isAdmin ? "admin" : "user" } });
  if (password) await savePassword(db, userId, await hashPassword(password));
  return { kind: "person", userId, name, email, isAdmin };
}

/** Somebody new in a project: an annotator, if not told what else. */
export async function memberOf(
  projectId: string,
  name: string,
  { role = "annotator", password }: { role?: ProjectRole; password?: string } = {},
): Promise<PersonActor> {
  const person = await createPerson({ name, password });
  await db.membership.create({ data: { projectId, userId: person.userId, role } });
  return person;
}

/** A project with its starting content, and the people who are in it. */
export async function createProjectWith(
  members: readonly (readonly [PersonActor, ProjectRole])[] = [],
  name = "Support assistant",
  slug?: string,
): Promise<ProjectHandle> {
  const project = await createProject({ kind: "operator" }, { name, slug });
  await db.membership.createMany({
    data: members.map(([{ userId }, role]) => ({ projectId: project.id, userId, role })),
  });
  return project;
}

/** Signs a person in as a browser would be: `name=value` of the session cookie, for requests and for Playwright. */
export async function sessionCookie(person: Pick<PersonActor, "userId">): Promise<string> {
  const set = (await enter(person.userId, new Headers())).getSetCookie();
  const cookie = set.find((line) => line.includes("session_token"))?.split(";")[0];
  if (!cookie) throw new Error("No session cookie was set.");
  return cookie;
}
