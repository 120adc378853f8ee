import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { emptyDraft, type ReviewDraft } from "#lib/domain/review/draft.ts";
import { queueViews } from "#lib/domain/review/view.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { db } from "#lib/server/database/client.ts";
import { root } from "#lib/server/env.ts";
import { claimRecord } from "#lib/server/reviews/claim.ts";
import { createPerson, createProjectWith, sessionCookie } from "#lib/server/testing/people.ts";
import { createImported, createRecords } from "#lib/server/testing/records.ts";
import { approving, letPass, submit } from "#lib/server/testing/reviewing.ts";
import { expect, test } from "./journey.ts";
import { passed } from "./room.ts";

const ref = "1.1";
/** What the other one wrote, each word in a place of its own. */
const words = ["heliotrope", "quincunx", "zephyrean", "obsidianly"];
const [inNote = "", inThought = "", inResponse = "", inAddition = ""] = words;
const telling: ReviewDraft = {
  ...emptyDraft,
  labels: { "t2.1": "deceptive" },
  edits: { "t2.1": { text: inThought } },
  added: [{ key: "+1", after: null, text: inAddition, clauses: ["1.1"], from: [] }],
  response: inResponse,
  reasoning: "fixed",
  note: inNote,
  noteKind: "policy_gap",
};

type Reader = { origin: string; cookie: string };
type Answer = { where: string; status: number; bytes: string };

test("before their own review, nobody gets a byte of another's work from any page, route, stream or action", async ({
  baseURL: origin = "",
}) => {
  test.slow();
  const [ina, ben, lea] = await Promise.all([
    createPerson({ name: "Marigold Annotator" }),
    createPerson({ name: "Ben Annotator" }),
    createPerson({ name: "Lea Lead", isAdmin: true }),
  ]);
  const project = await createProjectWith([
    [ina, "annotator"],
    [ben, "annotator"],
    [lea, "lead"],
  ]);
  await db.project.update({ where: { id: project.id }, data: { reviewsPerRecord: 2 } });
  await createRecords(project.id, 2);
  await createImported(project.id);
  const { reviewId } = await submit(ina, project.id, ref, telling);
  await letPass(reviewId, 5);
  await claimRecord(ben, project.id, ref);
  const { revisionId } = await db.review.findUniqueOrThrow({ where: { id: reviewId } });
  const secrets = [...words, `${revisionId}`];
  const addresses = await addressesOf(project, { reviewId, userId: ina.userId });
  const readerFor = async (person: PersonActor) => ({ origin, cookie: await sessionCookie(person) });

  const toLead = await readAll(addresses, await readerFor(lea));
  expect(tellingOf(toLead, secrets)).toEqual([]);
  // Who leads may know who is in the project; who reviews may not even know that.
  const toReviewer = await readAll(addresses, await readerFor(ben));
  expect(tellingOf(toReviewer, [...secrets, "Marigold"])).toEqual([]);

  const named = { slug: project.slug, projectId: project.id, ref, reviewId, number: 1, past: null };
  const { baseRevisionId } = await db.reviewRound.findFirstOrThrow({
    where: { reviews: { some: { id: reviewId } } },
  });
  const input = { ...named, id: reviewId, baseRevisionId, version: 0, content: emptyDraft, kind: "record" };
  const ofActions: Answer[] = [];
  for (const action of actions()) {
    // Some of them sign out.
    ofActions.push(
      await call(action, input, `/projects/${project.slug}/review/${ref}`, await readerFor(ben)),
    );
  }
  expect(tellingOf(ofActions, [...secrets, "Marigold"])).toEqual([]);

  // The same search finds all of it once it may be known: to the lead, and to each reviewer in the room.
  await submit(ben, project.id, ref, approving);
  await passed(project.id);
  const later = await readAll(addresses, await readerFor(lea));
  for (const secret of secrets) expect(tellingOf(later, [secret]), secret).not.toEqual([]);
  for (const answer of [...toLead, ...toReviewer, ...ofActions, ...later]) {
    expect(answer.status, answer.where).toBeLessThan(500);
  }
  const opened = [...toLead, ...toReviewer].filter(({ status }) => status === 200).map(({ where }) => where);
  const base = `/projects/${project.slug}`;
  for (const where of [`GET ${base}/review/${ref} {}`, `GET ${base}/my-work {}`]) {
    expect(
      opened.filter((one) => one === where),
      where,
    ).toHaveLength(2);
  }
  expect(opened).toContain(`GET /api${base}/runs/1/stream {}`);
});

/** Every page and route there is, as the file system says; a new kind of segment has to be given a value here. */
async function addressesOf(
  { id: projectId, slug }: { id: string; slug: string },
  { reviewId, userId }: { reviewId: string; userId: string },
): Promise<{ pages: string[]; routes: string[] }> {
  const recipe = await db.recipe.findFirstOrThrow({ where: { projectId }, select: { id: true } });
  const endpoint = await db.endpoint.findFirstOrThrow({ select: { id: true } });
  const values: Record<string, string> = {
    "[slug]": slug,
    "[ref]": ref,
    "[reviewId]": reviewId,
    "[number]": "1",
    "[prompt]": "1",
    "[version]": "1",
    "[token]": "none",
    "[format]": "aidsafe",
    "[...all]": "get-session",
    "recipes/[id]": recipe.id,
    "endpoints/[id]": endpoint.id,
    "people/[id]": userId,
    "pairs/[id]": reviewId,
  };
  const addressOf = (file: string) => {
    const segments = path
      .dirname(file)
      .split(path.sep)
      .filter((segment) => !segment.startsWith("("));
    return segments
      .map((segment, index) => {
        if (!segment.startsWith("[")) return segment;
        const value = values[`${segments[index - 1]}/${segment}`] ?? values[segment];
        expect(value, `a value for ${segment} in ${file}`).toBeDefined();
        return value;
      })
      .join("/")
      .replace(/^\.?/, "/");
  };
  const cwd = path.join(root, "app");
  const pages = globSync("**/page.tsx", { cwd }).map(addressOf);
  const routes = globSync("**/route.ts", { cwd }).map(addressOf);
  return {
    pages: [...pages, ...queueViews.map((view) => `/projects/${slug}/review?list=${view}`)],
    routes,
  };
}

/** All pages, as browsers ask for them first and as they ask when they go on from another page, and all routes. */
async function readAll(
  { pages, routes }: { pages: readonly string[]; routes: readonly string[] },
  reader: Reader,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const page of pages) {
    answers.push(...(await Promise.all([read(page, reader), read(page, reader, { headers: { rsc: "1" } })])));
  }
  for (const route of routes) {
    for (const method of ["GET", "POST", "PUT", "DELETE"]) {
      const body = method === "GET" ? undefined : "{}";
      answers.push(await read(route, reader, { method, body }));
    }
  }
  return answers;
}

async function read(
  address: string,
  { origin, cookie }: Reader,
  { headers, ...init }: { method?: string; body?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await fetch(origin + address, {
    ...init,
    headers: { cookie, origin, "content-type": "application/json", ...headers },
  });
  const where = `${init.method ?? "GET"} ${address} ${JSON.stringify(headers ?? {})}`;
  return { where, status: response.status, bytes: await bytesOf(response) };
}

/** The body; of a stream that stays open, what comes at once. */
async function bytesOf(response: Response): Promise<string> {
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) return response.text();
  const decoder = new TextDecoder();
  let bytes = "";
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += decoder.decode(part.value, { stream: true });
    if (bytes.includes("\ndata:") || bytes.startsWith("data:")) break;
  }
  await reader?.cancel();
  return bytes;
}

/** The ids of all server actions in the built product. */
function actions(): string[] {
  const manifest = readFileSync(path.join(root, ".next/server/server-reference-manifest.json"), "utf8");
  return Object.keys((JSON.parse(manifest) as { node: Record<string, unknown> }).node);
}

function call(action: string, input: object, address: string, reader: Reader): Promise<Answer> {
  const body = JSON.stringify([input]);
  return read(address, reader, {
    method: "POST",
    body,
    headers: {
      "next-action": action,
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
    },
  });
}

/** Where one of these stands. */
function tellingOf(answers: readonly Answer[], secrets: readonly string[]): string[] {
  return answers.flatMap(({ where, bytes }) =>
    secrets.filter((secret) => bytes.includes(secret)).map((secret) => `${secret} in ${where}`),
  );
}
