/**
 * How long an endpoint asks to wait, from the headers of its reply.
 *
 * `retry-after-ms` (milliseconds, used by some gateways) is the finer word and comes first; `retry-after` is a number
 * of seconds or an HTTP date.
 *
 * @param now milliseconds since 1970
 * @returns milliseconds, 0 or more; null where it does not ask or cannot be understood
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now: number): number | null {
  const inMs = numberIn(headers["retry-after-ms"]);
  if (inMs !== null) return Math.round(inMs);
  const value = headers["retry-after"]?.trim();
  if (!value) return null;
  const seconds = numberIn(value);
  if (seconds !== null) return Math.round(seconds * 1_000);
  // `Date.parse` reads much that is no HTTP date: only what names a weekday or a year is taken.
  const date = /\d{4}/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,9}(\.\d+)?\s*$/.test(text) ? Number(text) : null;
}
