import type { ProjectRole } from "#lib/domain/access/actions.ts";

const roles: Record<ProjectRole, string> = { annotator: "Annotator", lead: "Lead", reader: "Reader" };

/** Accounts, invitations, roles and what is refused about them. */
export const peopleStrings = {
  title: "People",
  description: "Everyone with an account. Whoever is deactivated keeps their name on what they did.",
  name: "Name",
  email: "E-mail",
  password: "Password",
  newPassword: "New password",
  role: "Role",
  projects: "Projects",
  noProjects: "no projects",
  joined: "Joined",
  admin: "admin",
  deactivated: "deactivated",
  you: "you",
  search: "Find by name or e-mail",
  searchAction: "Find",
  noneFound: "Nobody is called that",
  noneFoundHint: "Try a part of the name or of the e-mail address.",
  everyone: "Everyone",
  nextPage: "More people",

  roles,
  roleHints: {
    annotator: "Reviews records; sees what is needed for that and nothing of other people's verdicts.",
    lead: "Writes policies, starts runs, resolves disagreements, releases data sets, invites people.",
    reader: "Reads runs and insights, downloads releases.",
  } satisfies Record<ProjectRole, string>,

  nameMissing: "Say what others should call you.",
  nameTooLong: "Use at most 80 characters.",
  emailMissing: "Enter your e-mail address.",
  emailMalformed: "Enter an address such as ina@example.org.",
  emailUnusable:
    "This address cannot be used here. If you have an account already, sign in with it first and open the link again.",
  passwordMissing: "Enter your password.",
  passwordTooShort: (min: number) => `Use at least ${min} characters.`,
  passwordTooLong: (max: number) => `Use at most ${max} characters.`,
  passwordHint: (min: number) =>
    `At least ${min} characters. A few words that only you would put together are good.`,
  wrongCurrentPassword: "The current password is not right.",
  notSignedIn: "The e-mail address or the password is not right.",
  tooManyTries: (minutes: number) =>
    `Too many wrong tries. Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`} and try again, or ask an admin for a reset link.`,
  linkUnusable: "This link does not work any more: it was used, withdrawn or has expired. Ask for a new one.",
  daysOutOfRange: "Choose how long the link works.",
  roleMissing: "Choose a role in the project.",
  lastAdmin: "There must be an admin. Make someone else an admin first.",
  lastLead: "A project needs a lead. Make someone else lead first.",
  reactivateFirst: "This account is deactivated. Reactivate it first.",
  notOneself: "You cannot deactivate your own account. Ask another admin.",
} as const;
