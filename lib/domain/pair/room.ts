import type { Disposition, Label } from "#lib/domain/deliberation/reply.ts";
import type { ReaderExposure } from "#lib/domain/exposure/reader.ts";
import type { Message } from "#lib/domain/prompt/prompt.ts";
import type { BlindAnswer, PairDecision, PairSide } from "./judge.ts";
import type { PairOrigin, PairScores } from "./view.ts";

/** One side as a person reads it: nothing that says who wrote it, where it stands or what it was scored. */
export type ShownSide = {
  thoughts: readonly { text: string; clauses: readonly string[] }[];
  response: string;
  disposition: Disposition | null;
};

/** What somebody else said of the pair, shown after one's own answer. */
export type OtherAnswer = {
  name: string;
  better: PairSide | null;
  decision: "keep" | "flip" | "discard" | null;
};

/** What a person is told once they have answered. */
export type Reveal = {
  /** Which side stood first. */
  first: PairSide;
  answer: BlindAnswer;
  origin: PairOrigin;
  /** The record of the selected side, and whether that very revision is approved now. */
  selectedRef: string;
  isApproved: boolean;
  scores: PairScores;
  /** What reviewers said of the thoughts of the rejected side. */
  labels: readonly { text: string; label: Label; why: string | null }[];
  /** The person's own decision, while it stands. */
  decision: PairDecision | null;
  others: readonly OtherAnswer[];
  /** The deliberation behind it, for those who may read what was said under a belief. */
  deliberation: string | null;
};

/** A pair as its page shows it. */
export type PairRoom = {
  id: string;
  messages: readonly Message[];
  category: string | null;
  synthetic: boolean;
  /** The clauses in force, by number. */
  clauses: Readonly<Record<string, { policy: string; text: string }>>;
  /** The side that stands first on this person's page, then the other. */
  sides: readonly [ShownSide, ShownSide];
  exposure: ReaderExposure;
  /** Null until the person has answered. */
  reveal: Reveal | null;
};

/** What the page of a pair is to somebody: theirs to judge or to look back on, free to take, or closed to them. */
export type PairStanding =
  | { kind: "open"; room: PairRoom; left: number }
  | { kind: "free" }
  | { kind: "taken" }
  | { kind: "settled" };
