import { z } from "zod";
import { type Fault, FaultCode } from "#lib/domain/deliberation/fault.ts";
import { Disposition } from "#lib/domain/deliberation/reply.ts";
import type { Judged, ScoredBelief } from "#lib/domain/deliberation/subject.ts";
import { isKept, Thoughts } from "#lib/domain/deliberation/thoughts.ts";
import { Turn } from "#lib/domain/deliberation/turn.ts";
import { PromptMessages } from "#lib/domain/prompt/prompt.ts";
import { type Held, letGo } from "./held.ts";
import type { RunAtHand } from "./runs-at-hand.ts";

/** What a judge reads of a stored revision: what was removed is no part of it. */
const StoredJudged = z
  .object({ thoughts: Thoughts, response: z.string(), disposition: Disposition.nullable() })
  .transform(({ thoughts, ...rest }): Judged => ({ thoughts: thoughts.filter(isKept), ...rest }))
  .nullable();

/** A deliberation's row as it was claimed. Ages are in milliseconds by the database's clock. */
export type Claimed = {
  id: string;
  runId: string;
  runStatus: string;
  fence: number;
  priority: number;
  messages: unknown;
  /** The revision that is judged, where one is. */
  judged: unknown;
  /** What it is compared with. */
  rival?: unknown;
  /** The best beliefs of other prompts of the run, where it shares them. */
  pool?: readonly ScoredBelief[];
  begunAgo: number;
  retriedAgo: number | null;
};

export type TurnFact = {
  seq: number;
  stage: string;
  round: number | null;
  role: string;
  reply: unknown;
};

export type AttemptFact = Omit<Fault, "code"> & { fault: string | null; tokens: number; ago: number };

/**
 * A deliberation as the loop holds it, from what is stored of it.
 *
 * @param attempts in order
 * @param now by the clock of this process
 */
export function recall(
  row: Claimed,
  run: RunAtHand,
  turns: readonly TurnFact[],
  attempts: readonly AttemptFact[],
  now: number,
): Held {
  const counted = attempts.filter(({ ago }) => row.retriedAgo === null || ago <= row.retriedAgo);
  const forThisTurn = attempts.filter(({ seq }) => seq === turns.length);
  const held: Held = {
    id: row.id,
    fence: row.fence,
    run,
    priority: row.priority,
    subject: {
      prompt: PromptMessages.parse(row.messages),
      judged: StoredJudged.parse(row.judged),
      rival: StoredJudged.parse(row.rival ?? null),
      pool: row.pool,
    },
    turns: turns.map((turn) => Turn.parse(turn)),
    faults: counted.filter(({ seq }) => seq === turns.length).map(faultFrom),
    attempts: forThisTurn.length,
    tokens: counted.reduce((sum, { tokens }) => sum + tokens, 0),
    spent: 0,
    begun: now - row.begunAgo,
    lastAttemptEnded: now - (attempts.at(-1)?.ago ?? Number.POSITIVE_INFINITY),
    at: "ready",
    leaving: null,
    leave: new AbortController(),
    cut: new AbortController(),
  };
  if (row.runStatus === "paused" || row.runStatus === "cancelled") letGo(held, row.runStatus);
  return held;
}

function faultFrom({ fault, tokens, ago, ...rest }: AttemptFact): Fault {
  return { ...rest, code: FaultCode.parse(fault) };
}
