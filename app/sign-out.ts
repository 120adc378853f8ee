"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { signOut } from "#lib/server/auth/sign-in.ts";

/** Ends this browser's session and leads to the sign-in page. */
export async function signOutHere(): Promise<void> {
  await signOut(await headers());
  redirect("/sign-in");
}
