/** Projects: their list, what they are made with, their settings. */
export const projectStrings = {
  nameMissing: "Give the project a name.",
  nameTooLong: "Use at most 80 characters.",
  slugMissing: "Give the project an address.",
  slugTooLong: "Use at most 60 characters.",
  slugMalformed: "Use lower-case letters, digits and single hyphens, such as crisis-support.",
  slugTaken: (slug: string) => `There is a project at the address ${slug} already. Choose another.`,
} as const;
