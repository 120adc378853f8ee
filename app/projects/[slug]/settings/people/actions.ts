"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { NewInvitation } from "#lib/domain/people/invitation.ts";
import { action } from "#lib/server/action.ts";
import { invite, revokeInvitation } from "#lib/server/people/invitations.ts";
import { changeRole, MemberKey, MemberRole, removeMember } from "#lib/server/people/members.ts";

export const inviteSomeone = action(NewInvitation, async (invitation, actor) => {
  const made = await invite(actor, invitation);
  refresh();
  return made;
});

export const withdraw = action(z.object({ id: z.uuid() }), async ({ id }, actor) => {
  await revokeInvitation(actor, id);
  refresh();
});

export const changeMemberRole = action(MemberRole, async (member, actor) => {
  await changeRole(actor, member);
  refresh();
});

export const remove = action(MemberKey, async (member, actor) => {
  await removeMember(actor, member);
  refresh();
});
