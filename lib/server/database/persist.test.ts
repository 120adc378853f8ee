import pg from "pg";
import { expect, test } from "vitest";
import { isDatabaseAway, persist } from "./persist.ts";

const withCode = (code: string) => Object.assign(new Error("x"), { code });

test.each([
  ["57P01", true],
  ["57P03", true],
  ["08006", true],
  ["ECONNREFUSED", true],
  ["ECONNRESET", true],
  ["P1001", true],
  ["P2002", false],
  ["23505", false],
  ["42P01", false],
])("code %s means away: %s", (code, away) => {
  expect(isDatabaseAway(withCode(code))).toBe(away);
});

test.each([
  "Connection terminated unexpectedly",
  "Connection terminated due to connection timeout",
  "timeout exceeded when trying to connect",
  "Database error. Code: `57P03`. Message: `the database system is starting up`",
])("“%s” means away", (message) => {
  expect(isDatabaseAway(new Error(message))).toBe(true);
  expect(isDatabaseAway(new Error("outer", { cause: new Error(message) }))).toBe(true);
});

test("a port where nobody listens means away", async () => {
  const client = new pg.Client({ host: "127.0.0.1", port: 9 });
  await expect(client.connect().catch((error) => isDatabaseAway(error))).resolves.toBe(true);
});

test("work is done again until the database is back", async () => {
  let tries = 0;
  const result = await persist(new AbortController().signal, async () => {
    tries += 1;
    if (tries < 3) throw withCode(tries === 1 ? "57P01" : "40P01");
    return "stored";
  });
  expect([result, tries]).toEqual(["stored", 3]);
});

test("other faults are not tried again, and a signal ends the waiting", async () => {
  let tries = 0;
  const fails = (code: string) => async () => {
    tries += 1;
    throw withCode(code);
  };
  await expect(persist(new AbortController().signal, fails("23505"))).rejects.toMatchObject({
    code: "23505",
  });
  await expect(persist(AbortSignal.timeout(50), fails("57P01"))).rejects.toMatchObject({ code: "57P01" });
  expect(tries).toBeLessThan(5);
});
