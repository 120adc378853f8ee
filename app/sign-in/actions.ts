"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { nextPage } from "#lib/domain/people/next-page.ts";
import { openAction } from "#lib/server/action.ts";
import { Credentials, signIn } from "#lib/server/auth/sign-in.ts";

export const signInHere = openAction(
  Credentials.extend({ next: z.string() }),
  async ({ next, ...credentials }) => {
    await signIn(credentials, await headers());
    redirect(nextPage(next));
  },
);
