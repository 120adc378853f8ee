import { beforeEach, describe, expect, test } from "vitest";
import { countUnread } from "#lib/domain/inbox/item.ts";
import { emptyDraft } from "#lib/domain/review/draft.ts";
import type { PersonActor } from "#lib/server/access/actor-of.ts";
import { adjudicate } from "#lib/server/adjudications/adjudicate.ts";
import { db } from "#lib/server/database/client.ts";
import { uuid7 } from "#lib/server/database/uuid7.ts";
import { loadInbox, markInboxRead } from "#lib/server/inbox/load.ts";
import { loadRoom } from "#lib/server/reviews/load-room.ts";
import { createPerson } from "#lib/server/testing/people.ts";
import { createRecords } from "#lib/server/testing/records.ts";
import { approving, createReviewers, fixing, letPass, submit } from "#lib/server/testing/reviewing.ts";
import { earlierComments, olderThreads } from "./further-back.ts";
import { atOnce } from "./load.ts";
import { comment, setResolved } from "./write.ts";

let ina: PersonActor;
let ben: PersonActor;
let lea: PersonActor;
let projectId: string;
let recordId: string;
const ref = "1.1";

beforeEach(async () => {
  ({ ina, ben, lea, projectId } = await createReviewers());
  await db.project.update({ where: { id: projectId }, data: { reviewsPerRecord: 2 } });
  await createRecords(projectId, 1);
  recordId = (await db.record.findFirstOrThrow({ where: { projectId, ref } })).id;
});

const threadsFor = async (actor: PersonActor) => (await loadRoom(actor, projectId, ref)).threads;
const inboxOf = async (actor: PersonActor) => {
  const inbox = await loadInbox(actor, projectId);
  return { unread: countUnread(inbox), items: inbox.items };
};

describe("what is said while others have yet to judge the record", () => {
  test("reaches a reviewer once their own review can no longer be taken back, and is then new to them", async () => {
    const inas = await submit(ina, projectId, ref, approving);
    await letPass(inas.reviewId, 5);
    await comment(ina, projectId, { ref, thoughtId: "t2.1", text: "Is this routine?" });
    const [thread] = await threadsFor(ina);
    expect(thread).toMatchObject({ thoughtId: "t2.1", comments: [{ by: "Ina", text: "Is this routine?" }] });

    expect(await threadsFor(ben)).toEqual([]);
    const bens = await submit(ben, projectId, ref, approving);
    expect(await threadsFor(ben), "while it can be taken back").toEqual([]);
    expect(await inboxOf(ben)).toEqual({ unread: 0, items: [] });
    await markInboxRead(ben, projectId, new Date());
    await expect(
      comment(ben, projectId, { ref, threadId: thread?.id ?? "", text: "Yes" }),
      "a reply would tell that it is there",
    ).rejects.toThrow(/does not exist/);

    await letPass(bens.reviewId, 5);
    expect(await threadsFor(ben)).toHaveLength(1);
    expect((await inboxOf(ben)).items).toMatchObject([{ kind: "comment", by: "Ina", ref }]);
  });

  test("what one says oneself is always there, and others' replies are not", async () => {
    const bens = await submit(ben, projectId, ref, approving);
    await letPass(bens.reviewId, 5);
    await comment(ina, projectId, { ref, thoughtId: null, text: "What about the tone?" });
    const [thread] = await threadsFor(ben);
    await comment(ben, projectId, { ref, threadId: thread?.id ?? "", text: "It is fine" });
    await setResolved(ben, projectId, { ref, threadId: thread?.id ?? "", resolved: true });
    expect(await threadsFor(ina)).toMatchObject([
      { resolved: null, comments: [{ mine: true, text: "What about the tone?" }] },
    ]);
    expect(await inboxOf(ina), "nor that it was resolved").toEqual({ unread: 0, items: [] });
    const [own] = (await threadsFor(ina))[0]?.comments ?? [];
    const before = { ref, threadId: thread?.id ?? "", before: own?.id ?? "" };
    expect(await earlierComments(ina, projectId, before)).toEqual({ comments: [], hasEarlier: false });
    await comment(ben, projectId, { ref, thoughtId: null, text: "And something of my own" });
    const [, other] = await threadsFor(ben);
    await expect(earlierComments(ina, projectId, { ...before, threadId: other?.id ?? "" })).rejects.toThrow(
      /does not exist/,
    );
    expect(await olderThreads(ina, projectId, { ref, before: uuid7() })).toMatchObject({
      threads: [{ id: thread?.id }],
      hasOlderThreads: false,
    });
  });
});

describe("once a record is closed", () => {
  beforeEach(async () => {
    for (const reviewer of [ina, ben]) {
      await letPass((await submit(reviewer, projectId, ref, approving)).reviewId, 5);
    }
  });

  test("its reviewers and the leads talk, resolve and open again", async () => {
    await comment(ina, projectId, { ref, thoughtId: null, text: "A question for the leads" });
    expect((await inboxOf(lea)).unread).toBe(1);
    const [thread] = await threadsFor(lea);
    const threadId = thread?.id ?? "";
    await comment(lea, projectId, { ref, threadId, text: "An answer" });
    await setResolved(lea, projectId, { ref, threadId, resolved: true });
    expect(await threadsFor(ina)).toMatchObject([
      { resolved: { by: "Lea" }, comments: [{ by: "Ina" }, { by: "Lea", mine: false }] },
    ]);
    const { unread, items } = await inboxOf(ina);
    expect([unread, items]).toMatchObject([
      2,
      [
        { kind: "resolved", by: "Lea", ref, text: "A question for the leads" },
        { kind: "comment", text: "An answer" },
      ],
    ]);
    await markInboxRead(ina, projectId, new Date(items[0]?.at ?? 0));
    expect((await inboxOf(ina)).unread).toBe(0);
    // It is hers alone, and gone once the thread is open again; what one does oneself is no news.
    expect((await inboxOf(ben)).items.map(({ kind }) => kind)).not.toContain("resolved");
    await setResolved(ina, projectId, { ref, threadId, resolved: false });
    expect(await threadsFor(lea)).toMatchObject([{ resolved: null }]);
    expect((await inboxOf(ina)).items).toMatchObject([{ kind: "comment", text: "An answer" }]);
    await setResolved(ina, projectId, { ref, threadId, resolved: true });
    expect((await inboxOf(ina)).items).toHaveLength(1);
  });

  test("the newest is what the room holds, and all that came before can be had and answered", async () => {
    const ids = (n: number) => Array.from({ length: n }, uuid7).sort();
    const threads = ids(atOnce.threads + 2).map((id) => ({ id, recordId }));
    const [oldest] = threads;
    const comments = threads.map(({ id }, n) => ({ threadId: id, text: `Thread ${n}` }));
    const last = { threadId: threads.at(-1)?.id ?? "", text: "again" };
    comments.push(...Array.from({ length: atOnce.comments }, () => last));
    await db.commentThread.createMany({ data: threads });
    const commentIds = ids(comments.length);
    await db.comment.createMany({
      data: comments.map((one, n) => ({ ...one, id: commentIds[n], projectId, authorId: ina.userId })),
    });

    const room = await loadRoom(ben, projectId, ref);
    expect(room.threads.map(({ id }) => id)).toEqual(threads.slice(2).map(({ id }) => id));
    expect([room.hasOlderThreads, room.threads.at(-1)?.hasEarlier, room.threads[0]?.hasEarlier]).toEqual([
      true,
      true,
      false,
    ]);
    const older = await olderThreads(ben, projectId, { ref, before: room.threads[0]?.id ?? "" });
    expect(older.threads.map(({ comments }) => comments[0]?.text)).toEqual(["Thread 0", "Thread 1"]);
    expect(older.hasOlderThreads).toBe(false);
    const shown = room.threads.at(-1)?.comments ?? [];
    const asked = { ref, threadId: last.threadId, before: shown[0]?.id ?? "" };
    const earlier = await earlierComments(ben, projectId, asked);
    expect([...earlier.comments, ...shown].map(({ text }) => text)).toEqual([
      `Thread ${atOnce.threads + 1}`,
      ...Array(atOnce.comments).fill("again"),
    ]);
    await comment(ben, projectId, { ref, threadId: oldest?.id ?? "", text: "Late, but here" });
  });

  test("who is no reviewer of the project writes nothing, and nothing that was written changes", async () => {
    const rea = await createPerson({ name: "Rea" });
    const said = { ref, thoughtId: null, text: "Hello" };
    await expect(comment(rea, projectId, said)).rejects.toThrow(/nothing here|not exist/i);
    await db.membership.create({ data: { projectId, userId: rea.userId, role: "reader" } });
    await expect(comment(rea, projectId, said)).rejects.toThrow(/role/);
    await comment(ina, projectId, said);
    await expect(db.$executeRaw`update comments set text = 'Changed'`).rejects.toThrow(/never changed/);
    await expect(comment(ina, projectId, { ...said, thoughtId: "t99.1" })).rejects.toThrow(/does not exist/);
  });
});

test("a decision about one's work is in the inbox once it is final", async () => {
  for (const [reviewer, draft] of [
    [ina, approving],
    [ben, fixing],
  ] as const) {
    await letPass((await submit(reviewer, projectId, ref, draft)).reviewId, 5);
  }
  const round = await db.reviewRound.findFirstOrThrow({ where: { record: { projectId, ref } } });
  await adjudicate(lea, projectId, {
    ref,
    roundId: round.id,
    content: { ...emptyDraft, decision: "reject", note: "Neither holds." },
  });
  expect((await inboxOf(ina)).items).toEqual([]);
  const ruling = await db.review.findFirstOrThrow({ where: { roundId: round.id, kind: "adjudication" } });
  await letPass(ruling.id, 5);
  expect((await inboxOf(ina)).items).toMatchObject([
    { kind: "adjudicated", by: "Lea", decision: "reject", ref },
  ]);
  expect((await inboxOf(lea)).items).toEqual([]);
});
