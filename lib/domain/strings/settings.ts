/** The settings of a project. */
export const settingsStrings = {
  title: "Settings",
  pages: "Settings of this project",
  general: "General",
  people: "People",
  audit: "Audit log",
  name: "Name",
  address: "Address",
  addressHint: "Never changes, since links hold it.",
  reviewsPerRecord: "Reviews per record",
  reviewsHint:
    "How many people judge each record, none of them seeing the others. Counts for records that come from now on.",
  reviewsOutOfRange: "Choose 1 to 5 reviews.",
  stopAtFirstFlaw: "Stop at the first flaw",
  stopHint: "Labels are asked for up to the first flaw that stands, and not after it.",
  claimMinutes: "Minutes a claim holds",
  claimHint:
    "A record that someone opened goes back to the queue after this long without a sign of life. Their draft is kept.",
  minutesOutOfRange: ({ min, max }: { min: number; max: number }) =>
    `Enter whole minutes from ${min} to ${max}.`,
  monthlyCap: "Spend at most in a month (US dollars)",
  monthlyCapHint: (used: string) =>
    `By the endpoints' price tables, in calendar months (UTC). What has no room waits for the next month or a higher cap. Used or set aside this month: ${used}. Leave empty for no cap.`,
  capFault: "The cap is an amount in dollars, such as 50.",
  capLow: "Give an amount above 0, or leave it empty.",
  save: "Save settings",
  saved: "Settings saved",
} as const;
