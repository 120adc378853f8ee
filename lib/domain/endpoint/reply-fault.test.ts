import { expect, test } from "vitest";
import { faultOfReply } from "./reply-fault.ts";

const openai = (code: string, message = "x") => JSON.stringify({ error: { message, type: code, code } });

test.each([
  [401, openai("invalid_api_key"), "bad_key"],
  [403, "Forbidden", "bad_key"],
  [402, "", "no_quota"],
  [429, openai("insufficient_quota", "You exceeded your current quota"), "no_quota"],
  [400, openai("x", "Your credit balance is too low"), "no_quota"],
  [429, openai("rate_limit_exceeded", "slow down"), "rate_limited"],
  [404, openai("model_not_found"), "no_model"],
  [400, openai("x", "The model `m` does not exist"), "no_model"],
  [400, openai("context_length_exceeded"), "too_long"],
  [413, "", "too_long"],
  [400, openai("content_filter"), "content_filtered"],
  [400, openai("invalid_request_error"), "bad_request"],
  [422, "", "bad_request"],
  [408, "", "timeout"],
  [504, "<html>", "timeout"],
  [409, "", "server_error"],
  [500, openai("server_error"), "server_error"],
  [502, "<html><body>Bad gateway</body></html>", "server_error"],
  [503, "", "overloaded"],
  [529, openai("overloaded_error"), "overloaded"],
  [302, "", "bad_request"],
  [200, openai("server_error"), "server_error"],
])("%i %s is %s", (status, body, code) => {
  expect(faultOfReply(status, body).code).toBe(code);
});

test("nothing a provider wrote is repeated", () => {
  for (const status of [200, 302, 400, 401, 402, 403, 404, 408, 413, 429, 500, 503]) {
    expect(faultOfReply(status, openai("x", "bad key sk-123")).detail).not.toMatch(/sk-123|bad key/);
  }
});
