import { plural } from "./words.ts";

/** What the pages about batches and claims say. */
export const batchStrings = {
  title: "Batches",
  description:
    "Records held for some people until a day. Nobody else is offered them until they are decided or let go.",
  pages: "Pages about what waits",
  queue: "Queue",
  mine: "Your batches",
  left: (n: number) => (n === 0 ? "nothing left" : `${n} left`),
  leftIn: (n: number, name: string) => `${n} left in ${name}`,
  due: "due",
  work: "Work through it",
  none: "No batch yet",
  noneText: "Narrow the queue to what you mean, and make a batch of it there.",
  toQueue: "Go to the queue",
  make: "Make a batch",
  makeTitle: "Make a batch of this list",
  makeText:
    "Takes the first records of this list that are still to be reviewed and that no other batch holds, in this order.",
  name: "Name",
  nameMissing: "Give it a name.",
  dueOn: "Due on",
  dueMissing: "Say until when.",
  size: "Records",
  sizeWrong: "From 1 to 500.",
  people: "For",
  peopleMissing: "Choose at least one person.",
  notReviewers: "Only people who review in this project can be given a batch.",
  nothingFits:
    "No record of this list can be put into a batch: they are decided, or another batch holds them.",
  made: (n: number) => `The batch holds ${plural(n, "record")}.`,
  columns: { name: "Batch", due: "Due", progress: "Decided", people: "People" },
  progress: (done: number, all: number) => `${done} of ${all}`,
  reviewed: (name: string, n: number) => `${name}, ${n} reviewed`,
  progressNote:
    "Counted are records that are decided for good, so that nothing tells of what is still being judged.",
  ended: "ended",
  cancel: "Cancel the batch",
  cancelTitle: (name: string) => `Cancel “${name}”?`,
  cancelText:
    "Its records go back to the queue of everybody. What was reviewed stays, and so does what somebody has begun.",
  cancelled: "The batch let go of its records.",
  keep: "Keep it",
  notFound: "This batch is over.",
  claims: "Claims in hand",
  claimsText:
    "Who holds a record at this moment, without saying which. A claim comes back by itself when its time is over.",
  noClaims: "Nobody holds a record.",
  claimColumns: { person: "Person", since: "Since", until: "Held until" },
  free: "Free the claim",
  freeTitle: (name: string) => `Free the claim of ${name}?`,
  freeText:
    "The record can be taken by somebody else. What they have written is kept, and they can go on if nobody took it.",
  freed: "The claim is free.",
  claimOver: "This claim is over already.",
} as const;
