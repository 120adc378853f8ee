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
  scoredPercent: "Of a hundred records, scored by people",
  scoredHint:
    "Reviewers score these from 1 to 5 on the six dimensions of the rubric. Which ones follows from the record and is the same for all its reviewers.",
  scoredOutOfRange: "Enter a whole number from 0 to 100.",
  scoreGraded: "Have people score what judges scored",
  scoreGradedHint:
    "All records that a grading run has judged, so that judges can be set beside people. Scores of judges stay hidden until then.",
  fitKappa: "A judge is fit from a weighted κ of",
  fitHint:
    "Agreement of a judge with people, by dimension: 1 is perfect, 0 what chance would give. Below it the judge's scores on that dimension are marked wherever they appear.",
  fitOutOfRange: "Enter a number from 0 to 1.",
  claimMinutes: "Minutes a claim holds",
  claimHint:
    "A record that someone opened goes back to the queue after this long without a sign of life. Their draft is kept.",
  minutesOutOfRange: ({ min, max }: { min: number; max: number }) =>
    `Enter whole minutes from ${min} to ${max}.`,
  monthlyCap: "Spend at most in a month (US dollars)",
  monthlyCapHint: (used: string) =>
    `By the endpoints' price tables, in calendar months (UTC). What has no room waits for the next month or a higher cap. Used or reserved this month: ${used}. Leave empty for no cap.`,
  capFault: "The cap is an amount in dollars, such as 50.",
  capLow: "Give an amount above 0, or leave it empty.",
  save: "Save settings",
  saved: "Settings saved",
} as const;
