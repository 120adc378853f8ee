import { headers } from "next/headers.js";
import { redirect } from "next/navigation.js";
import { cache } from "react";
import type { Actor } from "#lib/domain/access/actions.ts";
import { auth } from "#lib/server/auth/auth.ts";
import { pagePathHeader } from "./page-path.ts";
import { SignInRequired } from "./sign-in-required.ts";

/** A signed-in person. The operator never comes through the web. */
export type PersonActor = Extract<Actor, { kind: "person" }>;

/**
 * Who sent this request, by its session cookie, or null. Session, role and deactivation are read from the
 * database each time, so that a change of any holds from the next request on.
 */
export async function actorOf(requestHeaders: Headers): Promise<PersonActor | null> {
  const found = await auth().api.getSession({ headers: requestHeaders });
  if (!found || found.user.banned) return null;
  const { id, name, email, role } = found.user;
  return { kind: "person", userId: id, name, email, isAdmin: role === "admin" };
}

/** Who sent the request being served, or null. Read once per request. */
export const currentActor = cache(async (): Promise<PersonActor | null> => actorOf(await headers()));

/**
 * Who sent the request being served. Where nobody is signed in, a page redirects to the sign-in page, which
 * leads back; actions and route handlers throw.
 *
 * @throws SignInRequired in actions and route handlers
 */
export async function requireActor(): Promise<PersonActor> {
  const actor = await currentActor();
  if (actor) return actor;
  const page = (await headers()).get(pagePathHeader);
  if (page) redirect(`/sign-in?next=${encodeURIComponent(page)}`);
  throw new SignInRequired();
}
