import { describe, expect, test } from "vitest";
import { actorOf } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { createPerson, sessionCookie } from "#lib/server/testing/people.ts";
import { auth } from "./auth.ts";
import { signIn, signOut } from "./sign-in.ts";

const password = "correct horse battery";

/** The headers a browser sends after it got these. */
function withCookies(set: Headers): Headers {
  return new Headers({
    cookie: set
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; "),
  });
}

/** As a program signs in. */
function post(body: Record<string, unknown>): Promise<Response> {
  return auth().handler(
    new Request("http://127.0.0.1:3000/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json", origin: "http://127.0.0.1:3000" },
      body: JSON.stringify(body),
    }),
  );
}

describe("signing in", () => {
  test("gives a session that says who is there", async () => {
    const ina = await createPerson({ password });
    const browser = withCookies(await signIn({ email: ina.email, password }, new Headers()));
    expect(await actorOf(browser)).toEqual(ina);
  });

  test("sets a cookie that scripts cannot read and other sites cannot send along", async () => {
    const ina = await createPerson({ password });
    const [cookie] = (await signIn({ email: ina.email, password }, new Headers())).getSetCookie();
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
  });

  test("says the same of an unknown address, a wrong password and a deactivated account", async () => {
    const [ina, bo] = await Promise.all([createPerson({ password }), createPerson({ password })]);
    await db.user.update({ where: { id: bo.userId }, data: { banned: true } });
    const said = await Promise.all(
      [
        { email: "nobody@example.org", password },
        { email: ina.email, password: "something else entirely" },
        { email: bo.email, password },
      ].map((credentials) => signIn(credentials, new Headers()).catch((error: Error) => error.message)),
    );
    expect(new Set(said).size).toBe(1);
    expect(await db.session.count({ where: { userId: { in: [ina.userId, bo.userId] } } })).toBe(0);
  });

  test("does not adopt a session that was planted before, and ends it", async () => {
    const [ina, planter] = await Promise.all([createPerson({ password }), createPerson()]);
    const planted = new Headers({ cookie: await sessionCookie(planter) });
    const browser = withCookies(await signIn({ email: ina.email, password }, planted));
    expect(await actorOf(browser)).toMatchObject({ userId: ina.userId });
    expect(browser.get("cookie")).not.toBe(planted.get("cookie"));
    expect(await actorOf(planted)).toBeNull();
  });

  test("does not believe a token that we did not sign", async () => {
    const ina = await createPerson();
    await sessionCookie(ina);
    const { token } = await db.session.findFirstOrThrow({ where: { userId: ina.userId } });
    const forged = new Headers({ cookie: `colloquy.session_token=${token}.${"A".repeat(43)}%3D` });
    expect(await actorOf(forged)).toBeNull();
  });

  test("over HTTP says the same of a deactivated account as of a wrong password", async () => {
    const [ina, bo] = await Promise.all([createPerson({ password }), createPerson({ password })]);
    await db.user.update({ where: { id: bo.userId }, data: { banned: true } });
    const answers = await Promise.all([
      post({ email: ina.email, password: "something else entirely" }),
      post({ email: bo.email, password }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    const [wrong, deactivated] = await Promise.all(answers.map((answer) => answer.text()));
    expect(deactivated).toBe(wrong);
  });

  test("over HTTP ignores a role and a person that the request names", async () => {
    const [ina, admin] = await Promise.all([createPerson({ password }), createPerson({ isAdmin: true })]);
    const claims = { role: "admin", userId: admin.userId, isAdmin: true };
    const answer = await post({ email: ina.email, password, ...claims });
    expect(answer.status).toBe(200);
    expect(await actorOf(withCookies(answer.headers))).toEqual(ina);
  });
});

describe("signing out", () => {
  test("ends the session itself, not only the cookie", async () => {
    const ina = await createPerson();
    const browser = new Headers({ cookie: await sessionCookie(ina) });
    await signOut(browser);
    expect(await actorOf(browser)).toBeNull();
  });
});

describe("guessing", () => {
  const from = (address: string) => new Headers({ "x-forwarded-for": `${address}, 203.0.113.5` });

  test("is over after ten tries, whatever X-Forwarded-For says, and others still come in", async () => {
    const [ina, bo] = await Promise.all([createPerson({ password }), createPerson({ password })]);
    const codes: string[] = [];
    for (let n = 0; n < 100; n += 1) {
      const guess = signIn({ email: ina.email, password: `guess number ${n}` }, from(`198.51.100.${n}`));
      codes.push(
        await guess.then(
          () => "in",
          (error: { code: string }) => error.code,
        ),
      );
    }
    expect(codes.filter((code) => code === "invalid")).toHaveLength(10);
    expect(codes.filter((code) => code === "unavailable")).toHaveLength(90);
    await expect(signIn({ email: ina.email, password }, from("198.51.100.1"))).rejects.toThrow(/Wait/);
    await expect(signIn({ email: bo.email, password }, from("198.51.100.1"))).resolves.toBeDefined();
  });

  test("from elsewhere does not lock a person out", async () => {
    const ina = await createPerson({ password });
    for (let n = 0; n < 11; n += 1) {
      await signIn({ email: ina.email, password: "wrong wrong wrong" }, from("1.1.1.1")).catch(() => null);
    }
    const home = new Headers({ "x-forwarded-for": "192.0.2.44" });
    await expect(signIn({ email: ina.email, password }, home)).resolves.toBeDefined();
  });
});
