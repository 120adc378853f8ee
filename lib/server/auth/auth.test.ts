import { betterAuth } from "better-auth";
import { memoryAdapter } from "better-auth/adapters/memory";
import { expect, test } from "vitest";
import { cookiesFor } from "./auth.ts";

test.each([
  [
    "over HTTPS is bound to this host",
    "https://colloquy.example.org",
    /^__Host-colloquy\.session_token=.*Secure/,
  ],
  [
    "over HTTP goes without, or it would not be kept",
    "http://127.0.0.1:3000",
    /^colloquy\.session_token=(?!.*Secure)/,
  ],
])("the cookie of a session %s", async (_, baseURL, expected) => {
  const auth = betterAuth({
    baseURL,
    secret: "a secret of this test, and of nothing else",
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    emailAndPassword: { enabled: true },
    advanced: { cookiePrefix: "colloquy", ...cookiesFor(baseURL) },
  });
  const body = { name: "Ina", email: "ina@example.org", password: "correct horse battery" };
  const { headers } = await auth.api.signUpEmail({ body, returnHeaders: true });
  const [set = ""] = headers.getSetCookie();
  expect(set).toMatch(expected);
  const cookie = set.split(";")[0] ?? "";
  expect(await auth.api.getSession({ headers: new Headers({ cookie }) })).not.toBeNull();
});
