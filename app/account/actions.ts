"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { z } from "zod";
import { PasswordChange, Profile } from "#lib/domain/people/account.ts";
import { action } from "#lib/server/action.ts";
import { changePassword, saveProfile, signOutElsewhere } from "#lib/server/people/account.ts";

export const saveOwnProfile = action(Profile, async (profile, actor) => {
  await saveProfile(actor, profile);
  refresh();
});

export const saveOwnPassword = action(PasswordChange, async (change, actor) => {
  await changePassword(actor, change, await headers());
  refresh();
});

export const signOutOthers = action(z.object({}), async (_, actor) => {
  await signOutElsewhere(actor, await headers());
  refresh();
});
