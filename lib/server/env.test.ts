import { describe, expect, test } from "vitest";
import { readEnv, root } from "./env.ts";

describe("readEnv", () => {
  test("asks for nothing", () => {
    expect(readEnv({})).toMatchObject({
      databaseUrl: undefined,
      dataDirectory: `${root}/.data`,
      host: "127.0.0.1",
      port: 3000,
      url: "http://127.0.0.1:3000",
      demonstration: undefined,
    });
  });

  test("takes an empty variable for an unset one", () => {
    expect(readEnv({ PORT: "", DATABASE_URL: " ", COLLOQUY_SECRET: "" })).toEqual(readEnv({}));
  });

  test.each([
    ["listening on all addresses", { HOST: "0.0.0.0", PORT: "80" }, "http://127.0.0.1:80"],
    ["listening on an IPv6 address", { HOST: "::1" }, "http://[::1]:3000"],
    ["behind a proxy", { COLLOQUY_URL: "https://colloquy.example.org/" }, "https://colloquy.example.org"],
  ])("knows where people reach it when %s", (_, given, url) => {
    expect(readEnv(given).url).toBe(url);
  });

  test("puts a relative data directory into the checkout, and leaves an absolute one", () => {
    expect(readEnv({ COLLOQUY_DATA_DIR: "elsewhere" }).dataDirectory).toBe(`${root}/elsewhere`);
    expect(readEnv({ COLLOQUY_DATA_DIR: "/var/lib/colloquy" }).dataDirectory).toBe("/var/lib/colloquy");
  });

  test.each([
    ["PORT", "0"],
    ["PORT", "3000a"],
    ["PORT", "70000"],
    ["DATABASE_URL", "mysql://u:hush-hush-hush@localhost/x"],
    ["DATABASE_URL", "localhost"],
    ["COLLOQUY_SECRET", "hush-hush-hush"],
    ["COLLOQUY_URL", "colloquy.example.org"],
    ["COLLOQUY_DEMO", "yes"],
    ["LOG_LEVEL", "loud"],
  ])("names %s=%s as the fault, without repeating a secret", (name, value) => {
    const read = () => readEnv({ [name]: value });
    expect(read).toThrow(`The environment is not usable: ${name} `);
    expect(read).not.toThrow("hush-hush-hush");
  });
});
