import type { FaultCode } from "#lib/domain/deliberation/fault.ts";
import { endpointStrings as strings } from "#lib/domain/strings/endpoint.ts";

/** What went wrong with a call, in our own words: what a provider writes may hold a key or the prompt. */
export type CallFault = { code: FaultCode; detail: string };

/** The words providers use for a spent quota; they come with 402, 403 and 429 alike. */
const quota =
  /insufficient[_ ]quota|insufficient[_ ]funds|quota[_ ]exceeded|exceeded your current quota|billing|credit balance|payment required|out of credits?/i;
const tooLong =
  /context[_ ]length|context[_ ]window|maximum context|too many tokens|prompt is too long|input is too long|max_model_len/i;
const filtered = /content[_ ]filter|content[_ ]policy|responsible[_ ]ai/i;
const noModel =
  /model[_ ]not[_ ]found|model .{0,200}(?:does not exist|not found)|no such model|unknown model/i;

/**
 * The fault that an HTTP reply stands for.
 *
 * @param status of the reply; 200 where an error came as a success
 * @param body its text, read only for the words above and never kept
 */
export function faultOfReply(status: number, body: string): CallFault {
  const says = (pattern: RegExp) => pattern.test(body.slice(0, 20_000));
  if (status >= 300 && status < 400) return fault("bad_request", strings.faults.redirected(status));
  if (status === 402 || ([400, 403, 429].includes(status) && says(quota)))
    return fault("no_quota", strings.faults.noQuota(status));
  if (status === 401 || status === 403 || status === 407)
    return fault("bad_key", strings.faults.badKey(status));
  if (says(tooLong) && [400, 413, 422].includes(status))
    return fault("too_long", strings.faults.tooLong(status));
  if (says(filtered) && [400, 422].includes(status))
    return fault("content_filtered", strings.faults.filtered(status));
  if (status === 404 || (status === 400 && says(noModel)))
    return fault("no_model", strings.faults.noModel(status));
  if (status === 413) return fault("too_long", strings.faults.tooLong(status));
  if (status === 429) return fault("rate_limited", strings.faults.rateLimited(status));
  if (status === 503 || status === 529) return fault("overloaded", strings.faults.overloaded(status));
  if (status === 408 || status === 504) return fault("timeout", strings.faults.upstreamTimeout(status));
  // 409 and 425 say "not now" of a request that is sound.
  if (status >= 500 || status === 409 || status === 425)
    return fault("server_error", strings.faults.serverError(status));
  if (status < 300) return fault("server_error", strings.faults.errorInSuccess);
  return fault("bad_request", strings.faults.badRequest(status));
}

function fault(code: FaultCode, detail: string): CallFault {
  return { code, detail };
}
