/** Accounts, invitations, roles and what is refused about them. */
export const peopleStrings = {
  nameMissing: "Say what others should call you.",
  nameTooLong: "Use at most 80 characters.",
  emailMissing: "Enter your e-mail address.",
  emailMalformed: "Enter an address such as ina@example.org.",
  emailUnusable:
    "This address cannot be used here. If you have an account already, sign in with it first and open the link again.",
  passwordMissing: "Enter your password.",
  passwordTooShort: (min: number) => `Use at least ${min} characters.`,
  passwordTooLong: (max: number) => `Use at most ${max} characters.`,
  wrongCurrentPassword: "The current password is not right.",
  notSignedIn: "The e-mail address or the password is not right.",
  tooManyTries: (minutes: number) =>
    `Too many wrong tries. Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`} and try again, or ask an admin for a reset link.`,
  linkUnusable: "This link does not work any more: it was used, withdrawn or has expired. Ask for a new one.",
  daysOutOfRange: "Choose how long the link works.",
  roleMissing: "Choose a role in the project.",
  lastAdmin: "There must be an admin. Make someone else an admin first.",
  lastLead: "A project needs a lead. Make someone else lead first.",
  notOneself: "You cannot deactivate your own account. Ask another admin.",
} as const;
