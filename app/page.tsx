import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { requireActor } from "#lib/server/access/actor.ts";
import { lastProjectCookie } from "#lib/server/projects/last-project.ts";
import { landingSlug } from "#lib/server/projects/list.ts";

/** Leads to the project that this person was in last. */
export default async function Landing(): Promise<never> {
  const actor = await requireActor();
  const slug = await landingSlug(actor, (await cookies()).get(lastProjectCookie)?.value);
  redirect(slug ? `/projects/${slug}` : "/projects");
}
