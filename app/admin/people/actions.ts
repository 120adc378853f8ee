"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { NewInvitation } from "#lib/domain/people/invitation.ts";
import { action } from "#lib/server/action.ts";
import {
  deactivate,
  makeResetLink,
  reactivate,
  setAdmin,
  signOutPerson,
} from "#lib/server/people/administer.ts";
import { invite, revokeInvitation } from "#lib/server/people/invitations.ts";
import { addMember, changeRole, MemberKey, MemberRole, removeMember } from "#lib/server/people/members.ts";

const Key = z.object({ id: z.uuid() });

export const inviteSomeone = action(NewInvitation, async (invitation, actor) => {
  const made = await invite(actor, invitation);
  refresh();
  return made;
});

export const withdraw = action(Key, async ({ id }, actor) => {
  await revokeInvitation(actor, id);
  refresh();
});

export const resetPassword = action(Key, ({ id }, actor) => makeResetLink(actor, id));

export const signOutEverywhere = action(Key, async ({ id }, actor) => {
  await signOutPerson(actor, id);
  refresh();
});

export const changeAdmin = action(Key.extend({ isAdmin: z.boolean() }), async ({ id, isAdmin }, actor) => {
  await setAdmin(actor, id, isAdmin);
  refresh();
});

export const changeActive = action(Key.extend({ isActive: z.boolean() }), async ({ id, isActive }, actor) => {
  await (isActive ? reactivate(actor, id) : deactivate(actor, id));
  refresh();
});

export const addToProject = action(MemberRole, async (member, actor) => {
  await addMember(actor, member);
  refresh();
});

export const changeMemberRole = action(MemberRole, async (member, actor) => {
  await changeRole(actor, member);
  refresh();
});

export const removeFromProject = action(MemberKey, async (member, actor) => {
  await removeMember(actor, member);
  refresh();
});
