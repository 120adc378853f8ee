import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { emptyDraft, ReviewDraft } from "#lib/domain/review/draft.ts";
import { db } from "#lib/server/database/client.ts";
import { createPerson, createProjectWith, sessionCookie } from "#lib/server/testing/people.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { begin } from "#lib/server/testing/reviewing.ts";
import { tell } from "../figures.ts";

const drafts = 20;
const editors = 50;
const edits = 2_000;

/** A draft as an editor last heard of it. */
type Seen = { version: number; note: string };

/**
 * Where a draft is saved: stores what was seen with one more word, or says what is stored instead; null where it said
 * neither.
 */
type Door = (seen: Seen, word: string) => Promise<{ isStored: boolean; now: Seen } | null>;

/**
 * 50 editors, each a tab of one of 20 reviewers, add words to the drafts of those, 2,000 in all, over HTTP. Whoever is told
 * of a conflict takes what is stored and tries again, and whoever is told nothing tries again, as the room does. The ledger is what was answered as stored: each of
 * those words must stand in the draft in the end. The control does the same through a door that stores whatever it gets.
 *
 * @param url of the product
 */
export async function race(url: string) {
  const reviews = await open();
  const doors = reviews.map((review) => doorOf(url, review));
  const kept = await run(reviews, doors);
  tell(`racing over drafts ${JSON.stringify(kept)}`);
  await db.draft.updateMany({ where: { reviewId: { in: idsOf(reviews) } }, data: { content: emptyDraft } });
  const blind = await serveBlindly();
  try {
    const control = await run(
      reviews,
      reviews.map(({ reviewId }) => blindDoorOf(`${blind.url}/${reviewId}`)),
    );
    tell(`the same, blindly ${JSON.stringify(control)}`);
    return { editors, drafts, edits, kept, blindly: control };
  } finally {
    await blind.close();
  }
}

type Review = { reviewId: string; baseRevisionId: string; slug: string; cookie: string };

async function open(): Promise<Review[]> {
  const people = await Promise.all(Array.from({ length: drafts }, () => createPerson({ name: "Editor" })));
  const { id, slug } = await createProjectWith(
    people.map((person) => [person, "annotator"] as const),
    "Racing",
  );
  const refs = await createRecords(id, drafts);
  const reviews: Review[] = [];
  for (const [n, person] of people.entries()) {
    const { reviewId, baseRevisionId } = await begin(person, id, refs[n] ?? "");
    reviews.push({ reviewId, baseRevisionId, slug, cookie: await sessionCookie(person) });
  }
  return reviews;
}

/** The product's own door. */
function doorOf(url: string, { reviewId, baseRevisionId, slug, cookie }: Review): Door {
  return async ({ version, note: before }, word) => {
    const note = `${before} ${word}`;
    const response = await fetch(`${url}/api/projects/${slug}/review/${reviewId}/draft`, {
      method: "PUT",
      headers: { cookie, origin: url, "content-type": "application/json" },
      body: JSON.stringify({ baseRevisionId, version, content: { ...emptyDraft, note } }),
    });
    if (response.status >= 500) {
      await response.body?.cancel();
      return null;
    }
    const said = await response.json();
    if (response.ok) return { isStored: true, now: { version: said.version, note } };
    if (response.status !== 409) throw new Error(`A save was answered by ${response.status}.`);
    const { version: newer, content } = said.error.detail;
    // An earlier try of this save may have been stored, though nobody was told.
    const isStored = content.note.split(" ").includes(word);
    return { isStored, now: { version: newer, note: content.note } };
  };
}

/** A door that names no version: what is stored is read just before, and written over. */
function blindDoorOf(url: string): Door {
  return async (seen, word) => {
    const { note } = await (await fetch(url)).json();
    await fetch(url, { method: "PUT", body: JSON.stringify({ note: `${note} ${word}` }) });
    return { isStored: true, now: seen };
  };
}

async function run(reviews: readonly Review[], doors: readonly Door[]) {
  const acknowledged: { draft: number; word: string }[] = [];
  let next = 0;
  let conflicts = 0;
  let failed = 0;
  const edit = async (editor: number) => {
    const draft = editor % drafts;
    const save = doors[draft];
    let seen: Seen = { version: 0, note: "" };
    while (save && next < edits) {
      const word = `w${++next}`;
      for (;;) {
        const answer = await save(seen, word);
        if (answer) seen = answer.now;
        if (answer?.isStored) break;
        if (answer) conflicts += 1;
        else failed += 1;
      }
      acknowledged.push({ draft, word });
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: editors }, (_, editor) => edit(editor)));
  const seconds = (performance.now() - begun) / 1_000;
  const stored = await Promise.all(reviews.map(({ reviewId }) => wordsOf(reviewId)));
  const lost = acknowledged.filter(({ draft, word }) => !stored[draft]?.has(word)).length;
  return {
    acknowledged: acknowledged.length,
    conflicts,
    failed,
    lost,
    savesPerSecond: Math.round((acknowledged.length + conflicts) / seconds),
  };
}

async function wordsOf(reviewId: string): Promise<Set<string>> {
  const { content } = await db.draft.findUniqueOrThrow({ where: { reviewId } });
  return new Set(ReviewDraft.parse(content).note.split(" "));
}

function idsOf(reviews: readonly Review[]): string[] {
  return reviews.map(({ reviewId }) => reviewId);
}

/** Serves drafts as a program without versions would: GET what is stored, PUT over it. */
async function serveBlindly(): Promise<{ url: string; close(): Promise<void> }> {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const reviewId = request.url?.slice(1) ?? "";
    if (request.method === "PUT") {
      const content = { ...emptyDraft, ...((await json(request)) as object) };
      await db.draft.update({ where: { reviewId }, data: { content } });
      response.end("{}");
    } else {
      const { content } = await db.draft.findUniqueOrThrow({ where: { reviewId } });
      response.end(JSON.stringify(content));
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
