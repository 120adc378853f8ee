import type { HeldBecause } from "#lib/domain/exposure/held.ts";
import { plural } from "./words.ts";

/** What is said of harm that people read, and of what they choose about it. */
export const exposureStrings = {
  title: "Exposure",
  description: "What you read today, and what you choose about it. Nobody but you sees this page.",

  capFault: (highest: number) =>
    `Enter a whole number from 0 to ${highest.toLocaleString("en")}, or nothing.`,
  levels: { low: "Low", medium: "Medium", high: "High or unrated" },

  heldBack: {
    limit: "You have read your share of such records for today. Milder ones are still there for you.",
    opted_out: "You chose not to be given records of this category.",
  } satisfies Record<HeldBecause, string>,
  held: {
    title: { limit: "Not today", opted_out: "Not for you" } satisfies Record<HeldBecause, string>,
    limit:
      "You have read as much of this severity as you may in a day. The record waits for you or for somebody else; nothing of it is shown.",
    opted_out:
      "You chose not to be given records of this category. It waits for somebody else; nothing of it is shown.",
    milder: "Go on with milder records",
    choices: "Your limits and choices",
    waiting: (severities: string, at: string) =>
      `You have read your share of ${severities} severity for today. Milder records are still offered; more of it from ${at}.`,
  },

  today: "Today",
  todayHint: (at: string) => `Days are counted in UTC: a new one begins at ${at} your time.`,
  ofRecords: (read: number, most: number | null) =>
    most === null ? plural(read, "record") : `${read.toLocaleString("en")} of ${plural(most, "record")}`,
  ofMinutes: (spent: number, most: number | null) =>
    most === null ? plural(spent, "minute") : `${spent.toLocaleString("en")} of ${plural(most, "minute")}`,
  full: "Your share for today: the next one is not given to you.",
} as const;
