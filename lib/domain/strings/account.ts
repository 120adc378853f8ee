/** A person's own account. */
export const accountStrings = {
  title: "Account",
  unclaimed: "This account has no password yet",
  unclaimedHint:
    "You came in by the one-time link. Set your name, your e-mail and a password, so that you can sign in again.",
  unclaimedAction: "Set them now",
  profile: "Name and e-mail",
  emailHint: "With this you sign in. Nothing is ever sent to it.",
  currentPassword: "Current password",
  currentPasswordHint: "Needed to change the e-mail.",
  saveProfile: "Save",
  profileSaved: "Name and e-mail saved",
  password: "Password",
  setPassword: "Set password",
  changePassword: "Change password",
  passwordSaved: "Password saved. Your other browsers are signed out.",
  passwordSet: "Password saved",
  browsers: "Signed-in browsers",
  otherBrowsers: (count: number) =>
    count === 0
      ? "You are signed in on this browser only."
      : `You are signed in on this browser and on ${count === 1 ? "one other" : `${count} others`}.`,
  signOutElsewhere: "Sign out everywhere else",
  signedOutElsewhere: "Your other browsers are signed out",
} as const;
