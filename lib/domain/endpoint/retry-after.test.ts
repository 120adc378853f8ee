import { expect, test } from "vitest";
import { retryAfterMs } from "./retry-after.ts";

const now = Date.UTC(2026, 10, 23, 6, 0, 0);

test.each([
  ["seconds", { "retry-after": "2" }, 2_000],
  ["parts of seconds", { "retry-after": "0.25" }, 250],
  ["milliseconds, which are the finer word", { "retry-after-ms": "250", "retry-after": "30" }, 250],
  ["an HTTP date", { "retry-after": "Mon, 23 Nov 2026 06:02:00 GMT" }, 120_000],
  ["a date that has passed", { "retry-after": "Mon, 23 Nov 2026 05:59:00 GMT" }, 0],
  ["milliseconds that are none, then seconds", { "retry-after-ms": "soon", "retry-after": "3" }, 3_000],
  ["nothing", {}, null],
  ["words", { "retry-after": "later" }, null],
  ["a negative number", { "retry-after": "-5" }, null],
  ["a number without end", { "retry-after": "9".repeat(40) }, null],
])("%s", (_, headers: Record<string, string>, expected) => {
  expect(retryAfterMs(headers, now, "")).toBe(expected);
});

test("Google's delay stands in the body; a header is the nearer word", () => {
  const body = JSON.stringify({
    error: { details: [{ "@type": "google.rpc.RetryInfo", retryDelay: "31.5s" }] },
  });
  expect(retryAfterMs({}, now, body)).toBe(31_500);
  expect(retryAfterMs({ "retry-after": "2" }, now, body)).toBe(2_000);
});
