import type { FaultCode } from "#lib/domain/deliberation/fault.ts";
import { endpointStrings as strings } from "#lib/domain/strings/endpoint.ts";

/** What went wrong with a call, in our own words: what a provider writes may hold a key or the prompt. */
export type CallFault = { code: FaultCode; detail: string };

/** A quota that is used up for longer than a run would wait. They come with 402, 403 and 429 alike. */
const spent =
  /insufficient[_ ](?:quota|funds)|credit balance|credits? (?:are|is) depleted|payment required|payment[_ ]instrument|out of credits?|api usage limits|too many tokens per day|PerDay|ServiceQuotaExceeded/i;
/** Limits that fill up by themselves; what says so may speak of quota and billing as well. */
const tooFast = /rate[_ ]limit[_ ](?:exceeded|error|reached)|per ?min(?:ute)?\b|PerMinute/i;
const quota = /quota[_ ]exceeded|exceeded your current quota|billing/i;
const wrongKey = /api[_ ]key[_ ](?:not valid|invalid|expired)|invalid[_ ]api[_ ]key/i;
const tooLong =
  /context[_ ](?:length|window|limit)|maximum context|too many tokens|(?:prompt|input) is too long|input tokens exceed|maximum number of tokens|max_model_len/i;
const filtered = /content[_ ](?:filter|policy)|responsible[_ ]ai|invalid_prompt/i;
const noModel =
  /model[_ ]not[_ ]found|model .{0,200}(?:does not exist|not found)|no such model|unknown model|model identifier is invalid|on-demand throughput|access to the model/i;

/**
 * The fault that an HTTP reply stands for.
 *
 * @param status of the reply; 200 where an error came as a success
 * @param said its text and what its headers say of the error, read only for the words above and never kept
 */
export function faultOfReply(status: number, said: string): CallFault {
  const says = (pattern: RegExp) => pattern.test(said.slice(0, 20_000));
  if (status >= 300 && status < 400) return fault("bad_request", strings.faults.redirected(status));
  if (status === 402 || ([400, 403, 429].includes(status) && isSpent(says)))
    return fault("no_quota", strings.faults.noQuota(status));
  if (status === 404 || ([400, 403].includes(status) && says(noModel)))
    return fault("no_model", strings.faults.noModel(status));
  if ([401, 403, 407].includes(status) || (status === 400 && says(wrongKey)))
    return fault("bad_key", strings.faults.badKey(status));
  if (says(tooLong) && [400, 413, 422].includes(status))
    return fault("too_long", strings.faults.tooLong(status));
  if (says(filtered) && [400, 422].includes(status))
    return fault("content_filtered", strings.faults.filtered(status));
  if (status === 413) return fault("too_long", strings.faults.tooLong(status));
  if (status === 429) return fault("rate_limited", strings.faults.rateLimited(status));
  if (status === 503 || status === 529) return fault("overloaded", strings.faults.overloaded(status));
  if (status === 408 || status === 504) return fault("timeout", strings.faults.upstreamTimeout(status));
  // 409 and 425 say "not now" of a request that is sound; with 424 Amazon says that the model failed.
  if (status >= 500 || [409, 424, 425].includes(status))
    return fault("server_error", strings.faults.serverError(status));
  if (status < 300) return fault("server_error", strings.faults.errorInSuccess);
  return fault("bad_request", strings.faults.badRequest(status));
}

function isSpent(says: (pattern: RegExp) => boolean): boolean {
  return says(spent) || (says(quota) && !says(tooFast));
}

function fault(code: FaultCode, detail: string): CallFault {
  return { code, detail };
}
