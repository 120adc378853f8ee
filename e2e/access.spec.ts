import type { APIRequestContext } from "@playwright/test";
import { createPerson, createProjectWith, sessionCookie } from "#lib/server/testing/people.ts";
import { expect, test } from "./journey.ts";

const roles = ["annotator", "lead", "reader"] as const;

/** The pages of a project and who may open them; to members of another role they are 403, to others 404. */
const projectPages: readonly (readonly [path: string, allowed: readonly (typeof roles)[number][]])[] = [
  ["", ["annotator", "lead", "reader"]],
  ["/prompts", ["lead", "reader"]],
  ["/prompts/import", ["lead"]],
  ["/runs", ["lead", "reader"]],
  ["/runs/new", ["lead"]],
  ["/recipes", ["lead", "reader"]],
  ["/recipes/new", ["lead"]],
  ["/recipes/import", ["lead"]],
  ["/review", ["annotator", "lead", "reader"]],
  ["/policies", ["annotator", "lead", "reader"]],
  ["/guidelines", ["annotator", "lead", "reader"]],
  ["/data-sets", ["lead", "reader"]],
  ["/settings", ["lead"]],
  ["/settings/people", ["lead"]],
  ["/settings/audit", ["lead"]],
];

const adminPages = ["/admin/endpoints", "/admin/endpoints/new", "/admin/people", "/admin/audit"];

/** What attackers have sent to other versions of the framework to get past a check in front of the pages. */
const hostileHeaders: readonly Record<string, string>[] = [
  {},
  { "x-middleware-subrequest": Array(5).fill("proxy").join(":") },
  { "x-middleware-subrequest": Array(5).fill("src/middleware").join(":") },
  { "x-forwarded-host": "evil.example", "x-forwarded-for": "127.0.0.1" },
  { "x-colloquy-page": "/admin/people" },
];

/** How the framework fetches parts of a page; such an answer carries a refusal inside, under the status 200. */
const partHeaders: readonly Record<string, string>[] = [
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-segment-prefetch": "/_tree" },
  { rsc: "1", "next-router-segment-prefetch": "/_full" },
];

/** The statuses that a page ends in, over these headers; `sign-in` where it leads there. */
async function endings(
  request: APIRequestContext,
  path: string,
  cookie = "",
  headersTried = hostileHeaders,
): Promise<(number | "sign-in")[]> {
  const answers = await Promise.all(
    headersTried.map((headers) => request.get(path, { headers: { ...headers, cookie } })),
  );
  const ends = answers.map((answer) =>
    new URL(answer.url()).pathname === "/sign-in" ? ("sign-in" as const) : answer.status(),
  );
  return [...new Set(ends)];
}

test("each page of a project opens to the roles it is for, and to nobody else", async ({ request }) => {
  test.slow();
  const people = await Promise.all(roles.map((role) => createPerson({ name: role })));
  const { slug } = await createProjectWith(
    people.map((person, index) => [person, roles[index] ?? "reader"] as const),
    "Kept apart",
  );
  const stranger = await sessionCookie(await createPerson());
  for (const [path, allowed] of projectPages) {
    const url = `/projects/${slug}${path}`;
    for (const [index, role] of roles.entries()) {
      const cookie = await sessionCookie(people[index] ?? { userId: "" });
      const expected = allowed.includes(role) ? 200 : 403;
      expect(await endings(request, url, cookie, [{}]), `${path} to a ${role}`).toEqual([expected]);
    }
    expect(await endings(request, url, stranger), `${path} to a stranger`).toEqual([404]);
    expect(await endings(request, url), `${path} to nobody`).toEqual(["sign-in"]);
  }
});

test("no part of a page holds what the page would not show", async ({ request }) => {
  const [lead, annotator, stranger] = await Promise.all([createPerson(), createPerson(), createPerson()]);
  const members = [[lead, "lead"] as const, [annotator, "annotator"] as const];
  const { slug, name } = await createProjectWith(members, "Nobody else knows this name");
  const url = `/projects/${slug}/settings/people`;
  for (const headers of partHeaders) {
    const partFor = async (cookie: string) =>
      (await request.get(url, { headers: { ...headers, cookie } })).text();
    expect(await partFor(await sessionCookie(annotator))).not.toContain(lead.email);
    expect(await partFor(await sessionCookie(stranger))).not.toContain(name);
    expect(await partFor("")).not.toContain(name);
  }
});

test("the administration opens to admins only", async ({ request }) => {
  const [admin, lead] = await Promise.all([createPerson({ isAdmin: true }), createPerson()]);
  await createProjectWith([[lead, "lead"]]);
  const [adminCookie, leadCookie] = [await sessionCookie(admin), await sessionCookie(lead)];
  for (const path of [...adminPages, `/admin/people/${admin.userId}`]) {
    expect(await endings(request, path, adminCookie), path).toEqual([200]);
    expect(await endings(request, path, leadCookie), path).toEqual([403]);
    expect(await endings(request, path), path).toEqual(["sign-in"]);
  }
});

test("nothing that another site sends is carried out", async ({ request, baseURL }) => {
  const ina = await createPerson({ password: "correct horse battery" });
  const send = (headers: Record<string, string>) =>
    request.post("/api/auth/sign-in/email", {
      headers,
      data: { email: ina.email, password: "correct horse battery" },
    });
  const refused = [
    await send({ origin: "https://evil.example" }),
    await send({ origin: "null" }),
    await send({}),
    await send({ origin: baseURL ?? "", "sec-fetch-site": "cross-site" }),
    await send({ origin: "https://evil.example", "x-forwarded-host": "evil.example" }),
  ];
  expect(refused.map((answer) => answer.status())).toEqual([403, 403, 403, 403, 403]);
  expect(
    refused.flatMap((answer) => answer.headersArray().filter(({ name }) => name === "set-cookie")),
  ).toEqual([]);
  expect((await send({ origin: baseURL ?? "" })).status()).toBe(200);
});

test("guessing a password is over after ten tries, whatever X-Forwarded-For says", async ({
  request,
  baseURL,
}) => {
  const ina = await createPerson({ password: "correct horse battery" });
  const statuses: number[] = [];
  for (let n = 0; n < 12; n += 1) {
    const answer = await request.post("/api/auth/sign-in/email", {
      headers: { origin: baseURL ?? "", "x-forwarded-for": `198.51.100.${n}` },
      data: { email: ina.email, password: `guess number ${n}` },
    });
    statuses.push(answer.status());
  }
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
});

test("of the sign-in library nothing is on the network but signing in and out", async ({
  request,
  baseURL,
}) => {
  const cookie = await sessionCookie(await createPerson({ isAdmin: true }));
  const headers = { origin: baseURL ?? "", cookie };
  const posts = [
    "sign-up/email",
    "update-user",
    "change-email",
    "change-password",
    "delete-user",
    "reset-password",
  ];
  const gets = ["get-session", "list-sessions", "ok", "error", "start-session"];
  for (const path of posts) {
    const answer = await request.post(`/api/auth/${path}`, { headers, data: { role: "admin", userId: "x" } });
    expect(answer.status(), path).toBe(404);
  }
  for (const path of gets) {
    expect((await request.get(`/api/auth/${path}`, { headers })).status(), path).toBe(404);
  }
});

test("an answer to one person is kept by no cache", async ({ request }) => {
  const cookie = await sessionCookie(await createPerson());
  const answer = await request.get("/account", { headers: { cookie } });
  expect(answer.headers()["cache-control"]).toMatch(/private.*no-store|no-store/);
});

test("a browser finds the icon where it looks for one by itself", async ({ request }) => {
  const answer = await request.get("/favicon.ico");
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toMatch(/^image\//);
});
