import type { ProjectRole } from "#lib/domain/access/actions.ts";

const asRole: Record<ProjectRole, string> = {
  annotator: "an annotator",
  lead: "a lead",
  reader: "a reader",
};

/** The pages through which people come in: sign-in, invitation, new password. */
export const entryStrings = {
  signIn: {
    title: "Sign in",
    submit: "Sign in",
    forgotten: "Forgot the password? Ask an admin for a reset link.",
    first: "No admin has a password yet.",
    firstHint:
      "The link that Colloquy prints in its terminal when it starts signs the first one in: once, within a day. Starting it again prints a new one.",
    linkUsed: "This sign-in link does not work any more.",
    linkUsedHint:
      "It works once, within a day. Starting Colloquy again prints a new one until an admin has a password.",
  },
  join: {
    title: (name: string) => `Join ${name}`,
    sentence: (by: string, role: ProjectRole | null, isAdmin: boolean) => {
      const as = [role && asRole[role], isAdmin && "an admin of the installation"]
        .filter(Boolean)
        .join(" and ");
      return as ? `${by} invites you as ${as}.` : `${by} invites you.`;
    },
    submit: "Create account and join",
    hasAccount: "Have an account already?",
    signInFirst: "Sign in first",
    signedInAs: (name: string) => `You are signed in as ${name}.`,
    joinAs: (name: string) => `Join as ${name}`,
    notYou: "That is someone else: sign out",
  },
  reset: {
    title: "Choose a new password",
    sentence: "Every browser that is signed in with your account will be signed out.",
    submit: "Save and sign in",
  },
  unusable: {
    title: "This link does not work any more",
    sentence: "It was used, withdrawn or has expired. Ask whoever gave it to you for a new one.",
    toSignIn: "Go to the sign-in page",
  },
} as const;
