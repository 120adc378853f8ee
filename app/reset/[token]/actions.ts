"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { PasswordReset } from "#lib/domain/people/account.ts";
import { openAction } from "#lib/server/action.ts";
import { enter } from "#lib/server/auth/sign-in.ts";
import { resetPassword } from "#lib/server/people/account.ts";

export const resetHere = openAction(PasswordReset, async (reset) => {
  const { userId } = await resetPassword(reset);
  await enter(userId, await headers());
  redirect("/");
});
