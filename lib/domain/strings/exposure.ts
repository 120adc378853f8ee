import type { Level } from "#lib/domain/exposure/caps.ts";
import type { HeldBecause } from "#lib/domain/exposure/held.ts";
import { plural } from "./words.ts";

const levels = { low: "Low", medium: "Medium", high: "High or unrated" } satisfies Record<Level, string>;

/** What is said of harm that people read, and of what they choose about it. */
export const exposureStrings = {
  title: "Exposure",
  description: "What you read, and what you choose about it. Nobody but you sees this page.",

  levels,
  orUnrated: "and unrated",
  capFault: (highest: number) =>
    `Enter a whole number from 0 to ${highest.toLocaleString("en")}, or leave it empty.`,
  breakFault: (min: number, max: number) => `Enter whole minutes from ${min} to ${max}, or leave it empty.`,
  recordsOf: (level: Level) => `Records of ${levels[level].toLowerCase()} severity in a day`,
  minutesOf: (level: Level) => `Minutes of ${levels[level].toLowerCase()} severity in a day`,
  capColumns: { severity: "Severity", records: "Records a day", minutes: "Minutes a day" },

  heldBack: {
    limit: "You have read your share of such records for today. Milder ones are still there for you.",
    opted_out: "You chose not to be given records of this category.",
  } satisfies Record<HeldBecause, string>,
  held: {
    title: { limit: "Enough of this for today", opted_out: "Left out, as you chose" } satisfies Record<
      HeldBecause,
      string
    >,
    limit:
      "You have read as much of this severity as you may in a day. The record waits for you or for somebody else; nothing of it is shown.",
    opted_out:
      "You chose not to be given records of this category. It waits for somebody else; nothing of it is shown.",
    milder: "Go on with other records",
    choices: "Your limits and choices",
  },
  full: (severities: string) =>
    `You have read your share of ${severities.toLowerCase()} severity for today. Milder records are still offered; what you have begun you can finish.`,

  today: "Today",
  newDay: "A new day begins at midnight UTC, for you at",
  ofRecords: (read: number, most: number | null) =>
    most === null ? plural(read, "record") : `${read.toLocaleString("en")} of ${plural(most, "record")}`,
  ofMinutes: (spent: number, most: number | null) =>
    most === null ? plural(spent, "minute") : `${spent.toLocaleString("en")} of ${plural(most, "minute")}`,
  reached: "Reached: the next one is not given to you today.",
  noneToday: "You have read nothing of low, medium, high or unrated severity today.",

  hidden: "Blurred until you open it",

  choices: "Your choices",
  blur: "Blur text of medium, high and unrated severity",
  blurHint: "It shows once you ask for it, by click or with the key v. Only then does its time count.",
  ownCaps: "Your own limits for a day",
  ownCapsHint:
    "Leave empty what the project's limit is enough for. Whichever is lower counts, in every project. 0 means none at all.",
  projectLimit: (records: number | null, minutes: number | null) =>
    records === null && minutes === null
      ? "Project: no limit"
      : `Project: ${[
          records === null ? null : plural(records, "record"),
          minutes === null ? null : plural(minutes, "minute"),
        ]
          .filter((part) => part !== null)
          .join(", ")}`,
  breakMinutes: "Suggest a break after so many minutes of reading",
  breakHint: "Leave empty for no suggestion.",
  optedOut: "Categories you want none of",
  optedOutHint:
    "No reason is asked, and nobody is told. Such records are never offered to you, and others review them.",
  noCategories: "The prompts of this project have no categories.",
  save: "Save your choices",
  saved: "Your choices are kept",

  ledger: "The last 90 days",
  ledgerHint:
    "Time on screen while it could be read, as your browser reported it, in all your projects. Lines are deleted after 90 days.",
  ledgerMinutes: "Minutes by severity",
  ledgerColumns: { category: "Category", severity: "Severity", records: "Records", minutes: "Minutes" },
  noCategory: "no category",
  empty: "Nothing yet. What you review is noted here.",

  evidence: "What is known, and what is not",
  evidenceLines: [
    "Limits are a convention. We found no study that names a safe number of records or minutes, so lower them as you like.",
    "Harm from such reading adds up: among more than 300 moderators of text it grew with time on the job, and breaks with pleasant pictures did not undo it. That is why the amount is limited at all.",
    "Blurring is there so that you decide when to read. One study reports that it lowers exposure without costing accuracy; a later one with 309 and 365 people found no less anxiety and no fewer intrusive thoughts. Both used pictures; for text nothing is known. We claim no protection.",
    "Knowing beforehand what kind of text comes is something people who do this work value. So severity and category always stand before the text.",
    "You can skip any record without a reason. Skipping is counted nowhere, and nobody is ranked by speed.",
  ],
  evidenceSources: "Sources",
  sources: [
    {
      name: "blurring, 2022",
      href: "https://www.cs.utexas.edu/news/2022/exploring-methods-improve-psychological-wellness-content-moderators",
    },
    { name: "blurring, 2026", href: "https://doi.org/10.1007/s00426-026-02241-5" },
    {
      name: "breaks and time on the job",
      href: "https://sandbox.awsmpapers.org/papers/awe-versus-aww-the-effectiveness-of-two-kinds-of-positive-emotional-stimulation-on-stress-reduction-for-online-content-moderators-b452cd27",
    },
    { name: "warnings and consent", href: "https://arxiv.org/abs/2509.12140" },
  ],

  support: "Support",
  supportText: "Somebody to talk to:",
  supportLink: "Where you find support",

  veil: {
    title: "Blurred until you want to read it",
    text: "Severity and category are all that is shown. The time counts from when you reveal it.",
    claimFirst: "Claim the record to read it.",
    reveal: "Reveal",
    skip: "Skip, no reason needed",
  },
  breaks: {
    title: (minutes: number) => `You have been reading for ${plural(minutes, "minute")}`,
    text: "A break is suggested, as you asked. Everything you wrote is kept.",
    took: "I had a break",
    later: "Remind me in 10 minutes",
  },

  settings: {
    title: "Exposure",
    caps: "What one person may be given in a day",
    capsHint:
      "Counted over all projects a person works in; the server gives nothing above it. These numbers are a convention, not a safe limit from a study. Everybody can lower theirs, and nobody learns of it. Leave empty for no limit.",
    supportUrl: "Where people find support",
    supportHint: "A page (https://…) or an address to write to (mailto:…), shown wherever people read.",
    supportFault: "Enter an address that begins with https://, http:// or mailto:.",
    save: "Save",
    saved: "Settings saved",
  },

  totals: {
    title: "Exposure",
    description:
      "What people of this project had to read together, by category and severity, over four whole weeks. Shown of at least five people, so that it tells of nobody; there are no sums of single people, and no speeds.",
    weeks: "From",
    until: "to",
    tooFew: "too few people to show",
    none: "Nothing was read in those weeks",
    noneText: "What people read here is added up at the end of each week.",
    hours: "Hours",
  },
} as const;
