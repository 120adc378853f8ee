/** What the demonstration project says in the voices of made-up people. */
export const demonstrationStrings = {
  project: "Demonstration",
  reviewers: ["Ines (demonstration)", "Jonas (demonstration)"],
  banReason: "A made-up reviewer of the demonstration project.",
  fix: "The clause asks for no more than this.",
  clauseAddition: "Where the purpose is unclear, ask for it first.",
  notes: {
    fixed: "The last thought claimed more than the clause says.",
    reject: "The reasoning and the response do not fit together.",
    changes: "One more thought should weigh the benign reading.",
    begun: "The second thought could be shorter.",
  },
  withdrawn: "Approved by mistake: the response was meant for another prompt.",
  reopened: "Two people should look at this one.",
} as const;
