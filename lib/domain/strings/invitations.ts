import type { InvitationState } from "#lib/domain/people/invitation.ts";

const states: Record<InvitationState, string> = {
  open: "open",
  accepted: "accepted",
  revoked: "withdrawn",
  expired: "expired",
};

/** Invitations: making, showing once, withdrawing. */
export const invitationStrings = {
  title: "Invitations",
  invite: "Invite",
  inviteTitle: "Invite someone",
  inviteDescription: "Makes a link that lets one person in. You hand it over yourself; nothing is mailed.",
  email: "For whom",
  emailHint: "An e-mail address, to tell invitations apart.",
  project: "Project",
  noProject: "No project yet",
  isAdmin: "Make them an admin of the installation",
  isAdminHint: "Admins connect endpoints and manage people.",
  days: "The link works for",
  daysOf: (days: number) => (days === 1 ? "a day" : `${days} days`),
  submit: "Make the link",
  linkTitle: "The link is ready",
  linkOnce: "It is shown only now. Copy it and hand it over; it works once.",
  copyLink: "Copy the link",
  done: "Done",
  someone: "someone",
  as: "As",
  admin: "admin",
  account: "account only",
  state: "State",
  states,
  until: "Works until",
  withdraw: "Withdraw",
  withdrawTitle: "Withdraw this invitation?",
  withdrawDescription: "The link stops working. You can make a new one at any time.",
  withdrawn: "Invitation withdrawn",
  none: "No invitations yet",
} as const;
