import type { Actor } from "#lib/domain/access/actions.ts";
import { auth } from "#lib/server/auth/auth.ts";

/** A signed-in person. The operator never comes through the web. */
export type PersonActor = Extract<Actor, { kind: "person" }>;

/**
 * Who sent a request with these headers, by its session cookie, or null. Session, role and deactivation are
 * read from the database each time, so that a change of any holds from the next request on.
 */
export async function actorOf(requestHeaders: Headers): Promise<PersonActor | null> {
  const found = await auth().api.getSession({ headers: requestHeaders });
  if (!found || found.user.banned) return null;
  const { id, name, email, role } = found.user;
  return { kind: "person", userId: id, name, email, isAdmin: role === "admin" };
}
