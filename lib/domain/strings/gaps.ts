/** Gaps that reviewers found in the policies and the guidelines. */
export const gapStrings = {
  title: "Gaps that reviewers found",
  openOnes: "Open",
  closed: "Closed",
  lists: "Lists of gaps",
  foundBy: (by: string) => `${by}, at record`,
  closedBy: (by: string) => `closed by ${by}`,
  close: "Close",
  openAgain: "Open again",
  none: "No gap is open.",
  noneClosed: "No gap was closed yet.",
  notFound: "This gap was taken back by its reviewer.",
} as const;
