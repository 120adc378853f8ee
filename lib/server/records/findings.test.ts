import { expect, test } from "vitest";
import { checksVersion } from "#lib/domain/checks/findings-of.ts";
import { agree, initial, intents, revise, turnsOf } from "#lib/domain/deliberation/testing.ts";
import { emptyDraft } from "#lib/domain/review/draft.ts";
import { db } from "#lib/server/database/client.ts";
import { uuid7 } from "#lib/server/database/uuid7.ts";
import { listDeliberations } from "#lib/server/deliberations/list.ts";
import { newPlace } from "#lib/server/imports/testing.ts";
import { submitReview } from "#lib/server/reviews/submit-review.ts";
import { loadRunNoticed } from "#lib/server/runs/noticed.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import {
  approving,
  begin,
  createReviewers,
  letPass,
  recordOf,
  submit,
} from "#lib/server/testing/reviewing.ts";
import { operator, prepareRuns } from "#lib/server/testing/runs.ts";
import { claim } from "#lib/server/worker/claim.ts";
import { closeTogether, closingOf } from "#lib/server/worker/close.ts";
import { realClock } from "#lib/server/worker/open-world.ts";
import { loadRunAtHand } from "#lib/server/worker/runs-at-hand.ts";
import { loadFindings } from "./findings.ts";
import { listRecords } from "./list.ts";

const chatty = revise({
  newThoughts: [
    { text: "I agree with the previous agent.", clauses: ["9.9"], replaces: null },
    { text: "The person asks about a program.", clauses: [], replaces: null },
  ],
});

/** Ends a deliberation in which this was said, as a worker does. */
async function ended(replies: Parameters<typeof turnsOf>[1]) {
  const { start } = await prepareRuns({ prompts: 1, url: "http://127.0.0.1:9/v1" });
  const { id: runId } = await start();
  const { id } = await db.deliberation.findFirstOrThrow({ where: { runId } });
  const { id: workerId } = await db.worker.create({ data: { id: uuid7(), host: "test", pid: 1 } });
  const life = { workerId, signal: new AbortController().signal, clock: realClock };
  const [held] = await claim(life, [id], loadRunAtHand);
  if (!held) throw new Error("Nobody else holds it.");
  held.turns = turnsOf(held.run.plan, replies);
  const closing = closingOf(held, { outcome: "consensus", reason: null });
  expect(await closeTogether(workerId, runId, [closing])).toEqual(new Set([id]));
  const revision = await db.revision.findFirstOrThrow({ where: { record: { deliberationId: id } } });
  const noticed = await loadRunNoticed(operator, runId);
  const { rows } = await listDeliberations(operator, runId, { show: "agent_chatter" });
  return {
    revision,
    tallies: Object.fromEntries(noticed.counts.map(({ check, n }) => [check, n])),
    chatty: rows.length,
  };
}

test("what the checks notice is stored and counted as a deliberation ends", async () => {
  const { revision, tallies, chatty: listed } = await ended([intents, initial, chatty, agree, agree, agree]);
  expect(listed).toBe(1);
  expect(revision.checksVersion).toBe(checksVersion);
  expect(await loadFindings(revision.id)).toMatchObject([
    { thoughtId: "t2.1", detail: { check: "agent_chatter", at: 2, length: 29 } },
    { thoughtId: "t2.1", detail: { check: "unknown_clause", unknown: ["9.9"], superseded: [] } },
    { thoughtId: "t2.2", detail: { check: "near_duplicate", of: "t1.2", likeness: 100 } },
    { thoughtId: "t2.2", detail: { check: "uncited_conclusion" } },
  ]);
  expect(tallies).toEqual({ agent_chatter: 1, unknown_clause: 1, near_duplicate: 1, uncited_conclusion: 1 });
});

test("a deliberation without findings says that it was checked", async () => {
  const { revision, tallies } = await ended([
    intents,
    { ...initial, thoughts: initial.thoughts.slice(0, 1) },
  ]);
  expect(revision.checksVersion).toBe(checksVersion);
  expect(await loadFindings(revision.id)).toEqual([]);
  expect(tallies).toEqual({});
});

test("chains of thought of an import are checked as they are stored", async () => {
  const place = await newPlace();
  const response = "<think>It is harmless.\n\nIt is harmless!\n\n</think>\n\nTake two needles.";
  await place.upload("cots.jsonl", JSON.stringify({ prompt: "How do I knit?", response }));
  await place.confirm(1);
  const revision = await db.revision.findFirstOrThrow({ where: { record: { projectId: place.projectId } } });
  expect(revision.checksVersion).toBe(checksVersion);
  expect(await loadFindings(revision.id)).toEqual([
    { thoughtId: "1.2", detail: { check: "near_duplicate", of: "1.1", likeness: 100 } },
    { thoughtId: "1.2", detail: { check: "uncited_conclusion" } },
  ]);
});

test("what a person made of a record is checked anew, and the revision before keeps what was found in it", async () => {
  const { ina, projectId } = await createReviewers();
  const [ref = ""] = await createRecords(projectId);
  const copy = "“Kill” is the ordinary word for ending a process; the person asks about a program.";
  await submit(ina, projectId, ref, {
    ...emptyDraft,
    labels: { "t3.1": "repetitive" },
    edits: { "t3.1": { text: copy } },
    reasoning: "fixed",
  });
  const { revisions, runId } = await recordOf(projectId, ref);
  const [given, minted] = revisions;
  expect(await loadFindings(given?.id ?? "")).toEqual([]);
  expect(minted?.checksVersion).toBe(checksVersion);
  expect(await loadFindings(minted?.id ?? "")).toMatchObject([
    { thoughtId: "t3.1", detail: { check: "near_duplicate", of: "t1.1" } },
  ]);
  expect(await db.findingTally.count({ where: { runId: runId ?? "" } })).toBe(0);
});

test("lists are narrowed to what a check noticed something in, but never those that the reader may still judge", async () => {
  const place = await newPlace();
  const { projectId, lead } = place;
  const response = "<think>It is harmless.\n\nIt is harmless!</think> Take two needles.";
  await place.upload("cots.jsonl", JSON.stringify({ prompt: "How do I knit?", response }));
  await place.confirm(1);
  const refs = async (view: "waiting" | "rejected", check: "near_duplicate" | "agent_chatter") => {
    const page = await listRecords(lead, projectId, {
      choice: { list: view, order: "newest", filter: { check } },
      cursor: null,
    });
    return page.rows.map(({ ref }) => ref);
  };
  expect(await refs("waiting", "agent_chatter")).toEqual(["i1.1"]);
  await db.record.updateMany({ where: { projectId }, data: { status: "rejected" } });
  expect(await refs("rejected", "agent_chatter")).toEqual([]);
  expect(await refs("rejected", "near_duplicate")).toEqual(["i1.1"]);
});

test("a run tells nobody what was noticed in a record that they have in review", async () => {
  const { lea, projectId } = await createReviewers();
  const [ref = "", other = ""] = await createRecords(projectId, 2);
  const first = async (of: string) => (await recordOf(projectId, of)).revisions[0]?.id ?? "";
  const finding = { thoughtId: "t1.1", check: "agent_chatter", detail: { at: 0, length: 1 } };
  for (const of of [ref, other])
    await db.finding.create({ data: { revisionId: await first(of), ...finding } });
  const { runId } = await recordOf(projectId, ref);
  const told = async () => {
    const { counts, withheld } = await loadRunNoticed(lea, runId ?? "");
    const { rows } = await listDeliberations(lea, runId ?? "", { show: "agent_chatter" });
    return { counts, withheld, listed: rows.map((row) => row.ref) };
  };
  expect(await told()).toMatchObject({ counts: [{ n: 2 }], withheld: 0, listed: [ref, other] });

  const review = await begin(lea, projectId, ref);
  const withoutIt = { counts: [{ n: 1 }], withheld: 1, listed: [other] };
  expect(await told()).toMatchObject(withoutIt);
  await submitReview(lea, { ...review, content: approving });
  expect(await told()).toMatchObject(withoutIt);
  await letPass(review.reviewId, 1);
  expect(await told()).toMatchObject({ counts: [{ n: 2 }], withheld: 0 });
});
