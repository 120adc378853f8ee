/**
 * How long an endpoint asks to wait, from the headers of its reply.
 *
 * `retry-after-ms` (milliseconds, used by some gateways) is the finer word and comes first; `retry-after` is a number
 * of seconds or an HTTP date. Google sends no header and writes it into the body of the error.
 *
 * @param now milliseconds since 1970
 * @param body of a reply that is an error
 * @returns milliseconds, 0 or more; null where it does not ask or cannot be understood
 */
export function retryAfterMs(
  headers: Readonly<Record<string, string>>,
  now: number,
  body: string,
): number | null {
  const inMs = numberIn(headers["retry-after-ms"]);
  if (inMs !== null) return Math.round(inMs);
  const value = headers["retry-after"]?.trim();
  if (!value) return inBody(body);
  const seconds = numberIn(value);
  if (seconds !== null) return Math.round(seconds * 1_000);
  // `Date.parse` reads much that is no HTTP date: only what names a weekday or a year is taken.
  const date = /\d{4}/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** `"retryDelay": "31s"`, in details of the type google.rpc.RetryInfo. */
function inBody(body: string): number | null {
  const seconds = numberIn(/"retryDelay"\s*:\s*"([\d.]{1,20})s"/.exec(body)?.[1]);
  return seconds === null ? null : Math.round(seconds * 1_000);
}

function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,9}(\.\d+)?\s*$/.test(text) ? Number(text) : null;
}
