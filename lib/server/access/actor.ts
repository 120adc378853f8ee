import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { actorOf, type PersonActor } from "./actor-of.ts";
import { pagePathHeader } from "./page-path.ts";
import { SignInRequired } from "./sign-in-required.ts";

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
