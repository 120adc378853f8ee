import { z } from "zod";

/**
 * Why an attempt gave no turn.
 *
 * The endpoint's, until someone mends it: `bad_key · no_quota · no_model`.
 * The endpoint's, for now: `rate_limited · overloaded`.
 * The call's: `timeout · network · server_error · cut_reply · lost` (its worker died).
 * The request's, and trying again will not help: `bad_request · too_long`.
 * The reply's: `bad_json · truncated · refused · content_filtered`.
 * Nobody's call; the loop adds them as the last fault: `deadline · cancelled · budget`.
 */
export const faultCodes = [
  "bad_key",
  "no_quota",
  "no_model",
  "rate_limited",
  "overloaded",
  "timeout",
  "network",
  "server_error",
  "cut_reply",
  "lost",
  "bad_request",
  "too_long",
  "bad_json",
  "truncated",
  "refused",
  "content_filtered",
  "deadline",
  "cancelled",
  "budget",
] as const;

export const FaultCode = z.enum(faultCodes);
export type FaultCode = z.infer<typeof FaultCode>;

/** An attempt without a turn, made since the last turn (or since a person pressed *Retry*). */
export type Fault = {
  /** The turn it was made for. */
  seq: number;
  /** Number of the attempt within the turn, from 1. */
  n: number;
  code: FaultCode;
  /** One clean sentence; for `bad_json` what the reply lacks. */
  detail?: string | null;
  /** What came back, where something did. */
  raw?: string | null;
  /** How long the endpoint asked to wait. */
  retryAfterMs?: number | null;
  latencyMs?: number;
};
