// An error on the console is a failure, unless the test says that it expects it by spying on it.
import { format } from "node:util";
import { afterEach, beforeEach, expect } from "vitest";

const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  console.error = (...parts: unknown[]) => void said.push(format(...parts));
});

afterEach(() => {
  expect(said, "console.error was called").toEqual([]);
});
