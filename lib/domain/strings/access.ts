/** What people read when they may not, or when nothing is there. */
export const accessStrings = {
  notFound: "There is nothing here, or it is not open to you.",
  forbidden: "Your role does not allow this. Ask a lead of the project or an admin.",
  signIn: "Please sign in.",
  unreadableAddress: "This address holds a character that no name here has.",
  otherOrigin:
    "This request did not come from a page of this installation. Open the page anew and try again.",
} as const;
