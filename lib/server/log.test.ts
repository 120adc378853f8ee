import { expect, test } from "vitest";
import { describeError, openLog, withoutSecrets } from "./log.ts";

test("a log line keeps the program's own names and leaves out everything else", () => {
  const line = lineOf({ run: "12", count: 3, text: "what a person wrote", headers: { authorization: "x" } });
  expect(line).toMatchObject({ level: "warn", run: "12", count: 3, msg: "Said" });
  expect(line).not.toHaveProperty("text");
  expect(line).not.toHaveProperty("headers");
});

test("a known name does not let content through", () => {
  expect(lineOf({ prompt: "how ".repeat(50), endpoint: { key: "sk-1" } })).not.toHaveProperty("prompt");
  expect(lineOf({ prompt: "how ".repeat(50), endpoint: { key: "sk-1" } })).not.toHaveProperty("endpoint");
});

test("an error of the AI SDK, which quotes prompt and answer, is logged without its message", () => {
  const error = Object.assign(new Error("Invalid JSON: my diary"), {
    name: "AI_JSONParseError",
    statusCode: 200,
  });
  expect(describeError(error)).toMatchObject({ name: "AI_JSONParseError", status: 200 });
  expect(JSON.stringify(lineOf({ err: error }))).not.toContain("diary");
});

test.each([
  ["postgresql://colloquy:s3cret@127.0.0.1/colloquy", "postgresql://colloquy:***@127.0.0.1/colloquy"],
  ["Authorization: Bearer abc.def refused", "Authorization: Bearer *** refused"],
  ["Incorrect API key provided: sk-abcdefgh1234", "Incorrect API key provided: sk-***"],
  ['{"password": "s3cret"}', '{"password": "***"}'],
  ["The run has no budget left.", "The run has no budget left."],
])("%s is logged as %s", (message, logged) => {
  expect(withoutSecrets(message)).toBe(logged);
});

function lineOf(fields: object): Record<string, unknown> {
  const written: string[] = [];
  const log = openLog({ write: (line: string) => void written.push(line) });
  log.level = "warn";
  log.warn(fields, "Said");
  return JSON.parse(written.join(""));
}
