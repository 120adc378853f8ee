import type { PolicyText } from "./parse.ts";

/** A policy in the list of a project. */
export type PolicySummary = {
  number: number;
  /** Of the version in force; of the draft where nothing is published yet. */
  title: string;
  clauses: number;
  /** The version in force; null where nothing is published yet. */
  version: number | null;
  publishedAt: Date | null;
  /** Whether something waits to be published. Only told to those who may edit. */
  hasDraft: boolean;
  archived: boolean;
};

/** The policies of a project, by number. */
export type PolicyList = {
  /** The policy set in force; null before the first publication. */
  set: { number: number; since: Date } | null;
  policies: PolicySummary[];
  /** Records that wait for somebody to open them for review again, since a clause that they cite changed. */
  stale: number;
};

/** Who published which version and when. */
export type VersionLine = {
  version: number;
  publishedAt: Date;
  /** Null: the program itself, or the command line. */
  publishedBy: string | null;
};

/** One published version as it is read. */
export type PublishedPolicy = VersionLine & {
  text: PolicyText;
};

/** A policy as its page shows it. */
export type PolicyPage = {
  id: string;
  number: number;
  /** The version in force; null where nothing is published yet. */
  current: PublishedPolicy | null;
  /** Newest first. */
  versions: VersionLine[];
  hasDraft: boolean;
  archivedAt: Date | null;
};

/** A working copy as it is stored. */
export type StoredDraft = {
  text: string;
  /** Rises with every save; 0 where there is no draft and `text` is the version in force. */
  version: number;
  savedAt: Date | null;
  savedBy: string | null;
};

/** What publishing touches: records that are not decided for good, by what they cite. */
export type Impact = {
  /** Records that cite a changed or removed clause; they become stale. */
  citing: RecordCounts;
  /** Records that cite any clause of the policy. */
  citingPolicy: RecordCounts;
  /** All records of the project. */
  all: RecordCounts;
  /** How many of the records cite each changed or removed clause. */
  byClause: Record<string, RecordCounts>;
  /** Runs under way; they go on under the policies that they began with. */
  openRuns: number;
};

export type RecordCounts = {
  approved: number;
  /** In review or waiting for it. */
  waiting: number;
};

/** Guidelines as their page shows them. */
export type GuidelinesPage = {
  current: (VersionLine & { text: string }) | null;
  /** Newest first. */
  versions: VersionLine[];
  hasDraft: boolean;
};

/** Which records need a new look because of clauses that were added; changed and removed ones leave no choice. */
export const addedClausesTouch = ["none", "citing_policy", "all"] as const;

export type AddedClausesTouch = (typeof addedClausesTouch)[number];
