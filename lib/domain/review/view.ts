import type { Finding } from "#lib/domain/checks/finding.ts";
import type { ThreadPage } from "#lib/domain/comment/thread.ts";
import type { Outcome } from "#lib/domain/deliberation/outcome.ts";
import type { Intent, Label } from "#lib/domain/deliberation/reply.ts";
import type { Spoken } from "#lib/domain/deliberation/view.ts";
import type { Level } from "#lib/domain/exposure/caps.ts";
import type { ReaderExposure } from "#lib/domain/exposure/reader.ts";
import type { Dimension } from "#lib/domain/grading/dimension.ts";
import type { Score } from "#lib/domain/grading/score.ts";
import type { Message, Severity } from "#lib/domain/prompt/prompt.ts";
import type { Content } from "#lib/domain/record/content.ts";
import type { RecordStatus } from "#lib/domain/record/status.ts";
import type { ReviewRules } from "./assess.ts";
import type { Decision, NoteKind, ReasoningVerdict, ResponseVerdict, ReviewDraft } from "./draft.ts";

/** Counts of what waits stop here: “1,000+”. */
export const waitingLimit = 1_000;

/** A revision in the room. */
export type RoomRevision = Content & {
  id: string;
  number: number;
  /** Null where it was made by a person whom the reader may not know yet. */
  author: { kind: "deliberation" | "import" | "person"; name: string | null };
  at: string;
};

/** A review in the history of a record: one's own, or one that may be seen. */
export type ReviewLine = {
  id: string;
  by: string;
  mine: boolean;
  decision: Decision;
  reasoning: ReasoningVerdict | null;
  responseVerdict: ResponseVerdict | null;
  note: string | null;
  noteKind: NoteKind;
  labels: Record<string, Label>;
  /** By dimension; empty where none were asked for. */
  scores: Partial<Record<Dimension, number>>;
  /** Said after others were shown: it stands beside the review. */
  afterReveal: boolean;
  /** Number of the revision it minted; null where it changed no text. */
  revision: number | null;
  at: string;
};

/** What the judges of one grading said of a revision. */
export type Grading = {
  /** Number of the revision. */
  revision: number;
  /** Names of the judges, by key. */
  judges: Record<string, string>;
  /** Dimensions on which a judge agrees too little with people, by key. */
  unfit: Record<string, readonly Dimension[]>;
  scores: Score[];
};

/** What happened to a record, oldest first, as far as the reader may see it. */
export type HistoryLine =
  | { kind: "made"; at: string; revision: RoomRevision }
  | { kind: "round"; at: string; opening: "changes_requested" | "policy_changed" | "first"; number: number }
  | { kind: "review"; at: string; review: ReviewLine; revision: RoomRevision | null }
  | { kind: "scored"; at: string; grading: Grading }
  | { kind: "approval_withdrawn"; at: string; by: string | null; reason: string | null };

/** A policy as the round judges by it. */
export type RoomPolicy = { number: number; title: string; clauses: { number: string; text: string }[] };

/** How the reader stands to the record. */
export type Standing =
  /** Has claimed it and works on it. */
  | "reviewing"
  /** Could claim it. */
  | "offered"
  /** Has submitted or skipped it in the open round. */
  | "done"
  /** Only looks. */
  | "reading";

/** A record as the review room shows it to one person. Nothing of others is in it before its time. */
export type Room = ThreadPage & {
  project: { slug: string; name: string };
  rules: ReviewRules;
  record: {
    ref: string;
    severity: Severity;
    synthetic: boolean;
    outcome: Outcome | null;
    /** Null while it would tell what others did. */
    status: RecordStatus | null;
    /** When its content was erased; everything said in it is gone then. */
    erasedAt: string | null;
    /** Page of the deliberation that made it, by run and prompt; null for imported ones. */
    deliberation: { run: number; prompt: number } | null;
  };
  prompt: {
    number: number;
    messages: Message[];
    dataSet: string | null;
    category: string | null;
    sourceRow: number | null;
  };
  intents: Intent[];
  policySet: number;
  policies: RoomPolicy[];
  guidelines: string | null;
  /** What is, or was, to be judged. */
  given: RoomRevision;
  /** What is to be read: what the record says by now, the reader's own version, or what the draft starts from. */
  shown: RoomRevision;
  /** What the checks noticed, in thoughts that the reader has labelled or of which they may know all. */
  findings: Finding[];
  /** Why it is offered once more. */
  brief: { kind: "changes_requested"; notes: string[] } | { kind: "policy_changed" } | null;
  standing: Standing;
  /** The reader's own review of the newest round. */
  review: {
    id: string;
    status: "pending" | "draft" | "submitted" | "skipped";
    draft: ReviewDraft;
    /** Of the stored draft; 0 where none is. */
    version: number;
    savedAt: string | null;
    claimedUntil: string | null;
  } | null;
  /** Whether that review can still be taken back. */
  canUndo: boolean;
  exposure: ReaderExposure;
  /** How many records are left of what the reader works through, counted up to 100; null for those who do not review. */
  left: number | null;
  /** Name of the batch that they work through. */
  batch: string | null;
  /** How many other people judge the record independently. */
  others: number;
  history: HistoryLine[];
  mayComment: boolean;
  /** What was said; null for imported records. */
  deliberation: Omit<Spoken, "clauses"> | null;
  mayWithdraw: boolean;
  /** The record's id for those who may erase it; null for all others, and where it is erased. */
  eraseId: string | null;
};

/** Lists of the queue page. */
export const queueViews = [
  "waiting",
  "mine",
  "needs_adjudication",
  "changes_requested",
  "approved",
  "rejected",
  "stale",
  "superseded",
  "withdrawn",
] as const;

export type QueueView = (typeof queueViews)[number];

/** A record in a list; `text` is cut to what a list shows, and null where its reader wants it blurred. */
export type RecordRow = {
  ref: string;
  text: string | null;
  severity: Severity;
  category: string | null;
  dataSet: string | null;
  synthetic: boolean;
  erased: boolean;
  /** Whether the reader has begun with it. */
  begun: boolean;
  /** In the list of one's own work. */
  own: { decision: Decision | null; at: string } | null;
};

/** A page of records; the cursors say where its neighbours begin, null at an end of the list. */
export type RecordPage = { rows: RecordRow[]; previous: string | null; next: string | null };

/** What lists of records can be narrowed by. */
export type FilterChoices = {
  policies: { number: number; title: string; clauses: string[] }[];
  categories: string[];
  models: string[];
};

/** What the queue page shows above its list. */
export type Queue = {
  /** Counted up to `waitingLimit`; null for those who do not review. */
  waiting: number | null;
  unfinished: string | null;
  /** Levels of severity of which the reader has had their share today. */
  held: readonly Level[];
  /** Records by status; null for those to whom it would tell what others did. */
  counts: Partial<Record<RecordStatus, number>> | null;
};
