/** What people read when a policy's text cannot be published as it stands. */
export const policyStrings = {
  faults: {
    noTitle: "Begin with the policy's title: `# Title`.",
    emptyTitle: "The title is empty. Write it after the `#`.",
    secondHeading: "A policy has one heading, its title. Write this as a clause, or leave it out.",
    noClauses: (policy: number) =>
      `The policy has no clauses. Begin each with its number, for example ${policy}.1.`,
    emptyClause: (number: string) => `Clause ${number} has no text. Write it, or delete the number.`,
    duplicate: (number: string, firstLine: number) =>
      `Clause ${number} is already on line ${firstLine}. Give this one the next free number.`,
    otherPolicy: (number: string, policy: number) =>
      `${number} is the number of a clause of another policy. Clauses of this one begin with ${policy}.`,
    removed: (number: string, next: string) =>
      `${number} was the number of a clause that was removed. Numbers are never given twice; the next free one is ${next}.`,
    oddNumber: (number: string, meant: string) => `Write ${number} as ${meant}.`,
    zero: (number: string) => `${number} is not a clause number. Clauses count from 1.`,
  },
} as const;
