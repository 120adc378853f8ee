import type { Message, Severity } from "#lib/domain/prompt/prompt.ts";
import type { Content } from "#lib/domain/record/content.ts";
import type { Decision, ReviewDraft } from "#lib/domain/review/draft.ts";
import type { Reading } from "./compare.ts";

/** A record whose reviews differ, in the list of what is to be decided. */
export type DisputeRow = {
  ref: string;
  /** Cut to what a list shows. */
  text: string;
  severity: Severity;
  category: string | null;
  synthetic: boolean;
  /** Share of the points on which its reviews agree; null where their texts were erased. */
  agreement: number | null;
  decisions: Decision[];
  /** Whether the reader reviewed it, so that somebody else has to decide. */
  mine: boolean;
};

/** What waits for adjudication, lowest agreement first, and how many there are in all. */
export type Disputes = { rows: DisputeRow[]; total: number };

/** A record whose reviews differ, as one page shows it to who decides. */
export type Dispute = {
  slug: string;
  ref: string;
  roundId: string;
  severity: Severity;
  category: string | null;
  synthetic: boolean;
  messages: Message[];
  policySet: number;
  /** By number, each with the title of its policy. */
  clauses: Record<string, { policy: string; text: string }>;
  base: Content;
  readings: Reading[];
  /** What the reader had put together before they took it back; null at first. */
  draft: ReviewDraft | null;
};

/** Why a record is not the reader's to decide. */
export type NoDispute = "own_review" | "nothing_to_decide";
