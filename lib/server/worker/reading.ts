import type { FaultCode } from "#lib/domain/deliberation/fault.ts";
import { readReply } from "#lib/domain/deliberation/read-reply.ts";
import type { Reply } from "#lib/domain/deliberation/reply.ts";
import type { Ask } from "#lib/domain/deliberation/step.ts";
import { storable } from "#lib/domain/deliberation/storable.ts";
import type { Turn } from "#lib/domain/deliberation/turn.ts";
import { costOf } from "#lib/domain/endpoint/cost.ts";
import type { AttemptRow, TurnRow } from "./append.ts";
import type { Answer } from "./ask.ts";
import type { Verdict } from "./gate.ts";
import type { Prepared } from "./question.ts";
import type { CastVersion } from "./runs-at-hand.ts";

/** What an answer amounts to: an attempt, and the turn where it was accepted. */
export type Read = { row: AttemptRow; said: TurnRow | null };

/** Characters of a reply that was no use which are kept: enough to see what is wrong with it. */
const longestRaw = 100_000;

/**
 * Judges an answer: accepted if nothing speaks against it and its text fits the stage's schema.
 *
 * @param n number of the attempt within the turn, from 1
 */
export function readAnswer(
  step: Ask,
  n: number,
  version: CastVersion,
  { estimate, requestHash }: Pick<Prepared, "estimate" | "requestHash">,
  answer: Answer,
): Read {
  const text = answer.text === null ? null : storable(answer.text);
  const reading = answer.fault === null ? readReply(step.stage, text ?? "") : null;
  const said = reading?.ok ? turnFrom(step, reading.reply, text ?? "", requestHash, answer.model) : null;
  const fault = reading?.ok ? null : (reading?.fault.code ?? answer.fault);
  const detail = reading?.ok ? null : (reading?.fault.detail ?? answer.detail);
  const { tokensIn, tokensCached, tokensOut, retryAfterMs, finishReason, latencyMs, warnings } = answer;
  return {
    said,
    row: {
      seq: step.seq,
      n,
      endpointVersionId: version.id,
      fault,
      detail,
      retryAfterMs,
      raw: said ? null : (text?.slice(0, longestRaw) ?? null),
      finishReason,
      warnings: warnings.length > 0 ? warnings.map(storable) : null,
      tokensIn,
      tokensCached,
      tokensOut,
      costMicros: isBilled(fault, latencyMs) ? costOf(version, answer, estimate) : 0,
      latencyMs,
    },
  };
}

function turnFrom(
  { seq, stage, round, role }: Ask,
  reply: unknown,
  text: string,
  requestHash: Buffer,
  model: string | null,
): TurnRow {
  // What looks like JSON in a plain answer is still only what was said.
  const isPlain = stage === "answer";
  const isBare = !isPlain && isStorableJson(text);
  const isSaid = isPlain && (reply as Reply<"answer">).response === text;
  return {
    // The reply has passed the schema of its stage.
    turn: { seq, stage, round, role, reply } as Turn,
    reply: isBare ? text : JSON.stringify(reply),
    raw: isBare || isSaid ? null : text,
    requestHash,
    model: model === null ? null : storable(model).slice(0, 200),
  };
}

/**
 * Whether a reply is nothing but JSON, to be kept byte for byte. Escapes of characters that PostgreSQL does not hold (NUL,
 * half surrogate pairs) would make every later look into the column fail, so such a reply is kept as text beside it.
 */
function isStorableJson(text: string): boolean {
  if (/\\u(?:0000|d[89a-f])/i.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Faults after which no model has worked for us. */
const unbilled: readonly (FaultCode | null)[] = [
  "bad_key",
  "no_quota",
  "no_model",
  "rate_limited",
  "overloaded",
  "network",
  "server_error",
  "bad_request",
  "too_long",
];

/** A call that broke off may have been billed, so it is counted as such. */
function isBilled(fault: FaultCode | null, latencyMs: number): boolean {
  return latencyMs > 0 && !unbilled.includes(fault);
}

/** What a call says about its endpoint, for limits and breaker. */
export function verdictOf({ fault }: Answer): Verdict {
  switch (fault) {
    case "rate_limited":
    case "overloaded":
      return "pushed_back";
    case "timeout":
    case "network":
    case "server_error":
    case "cut_reply":
      return "failed";
    case "bad_key":
    case "no_quota":
    case "no_model":
    case "lost":
      return "other";
    default:
      return "answered";
  }
}
