/** Accounts, invitations and roles. */
export const peopleStrings = {
  passwordTooShort: (min: number) => `Use at least ${min} characters.`,
  passwordTooLong: (max: number) => `Use at most ${max} characters.`,
  tooManyTries: (minutes: number) =>
    `Too many wrong tries. Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`} and try again, or ask an admin for a reset link.`,
} as const;
