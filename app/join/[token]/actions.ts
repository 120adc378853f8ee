"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { NewAccount } from "#lib/domain/people/invitation.ts";
import { action, openAction } from "#lib/server/action.ts";
import { enter } from "#lib/server/auth/sign-in.ts";
import { type Joined, joinAs, joinWithNewAccount } from "#lib/server/people/join.ts";

export const joinNew = openAction(NewAccount, async (account) => {
  const joined = await joinWithNewAccount(account);
  await enter(joined.userId, await headers());
  redirect(landing(joined));
});

export const joinSignedIn = action(z.object({ token: z.string() }), async ({ token }, actor) => {
  redirect(landing(await joinAs(actor, token)));
});

function landing({ slug }: Joined): string {
  return slug ? `/projects/${slug}` : "/projects";
}
