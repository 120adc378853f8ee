import { type Actor, projectActions } from "#lib/domain/access/actions.ts";
import { isOpen } from "#lib/domain/record/status.ts";
import type { BatchRow, MyBatch } from "#lib/domain/review/batch.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { standing } from "#lib/server/records/round.ts";
import { requireReviewer } from "#lib/server/reviews/reviewer.ts";
import { unsettledIn } from "#lib/server/reviews/unsettled.ts";
import { waitingFor } from "#lib/server/reviews/waiting.ts";

/** How many are listed, newest first. */
const listed = 50;

/**
 * The batches that somebody is to work through in a project, what is due first coming first.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadMyBatches(actor: Actor, projectId: string): Promise<MyBatch[]> {
  const { userId } = await requireReviewer(actor, projectId);
  const batches = await db.batch.findMany({
    where: { projectId, endedAt: null, people: { some: { userId } }, records: { some: {} } },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: listed,
    select: { id: true, name: true, dueOn: true },
  });
  const mine = await Promise.all(
    batches.map(async ({ id, name, dueOn }) => ({
      id,
      name,
      dueOn: dueOn.toISOString(),
      left: (await waitingFor(actor, projectId, { batch: id })).waiting,
    })),
  );
  return mine.filter(({ left }) => left > 0);
}

/**
 * The batches of a project with how far they are. Only what is decided for good is counted, so that a lead who may
 * still review a record is not told that others have.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadBatches(actor: Actor, projectId: string): Promise<BatchRow[]> {
  await authorize(actor, "records.assign", { projectId });
  const [batches, unsettled] = await Promise.all([
    db.batch.findMany({
      where: { projectId },
      orderBy: { id: "desc" },
      take: listed,
      select: {
        id: true,
        name: true,
        dueOn: true,
        endedAt: true,
        people: {
          select: { user: { select: { id: true, name: true } } },
          orderBy: { user: { name: "asc" } },
        },
        items: { select: { record: { select: { id: true, status: true } } } },
      },
    }),
    unsettledIn(projectId),
  ]);
  return Promise.all(
    batches.map(async ({ id, name, dueOn, endedAt, people, items }) => {
      const done = items
        .map(({ record }) => record)
        .filter((record) => !isOpen(record.status) && !unsettled.has(record.id));
      const reviewed = await reviewsOf(
        done.map((record) => record.id),
        people.map(({ user }) => user.id),
      );
      return {
        id,
        name,
        dueOn: dueOn.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
        records: items.length,
        done: done.length,
        people: people.map(({ user }) => ({ ...user, reviewed: reviewed.get(user.id) ?? 0 })),
      };
    }),
  );
}

/**
 * Who may be given a batch in a project, by name.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function listReviewers(
  actor: Actor,
  projectId: string,
): Promise<{ userId: string; name: string }[]> {
  await authorize(actor, "records.assign", { projectId });
  const members = await db.membership.findMany({
    where: { projectId, role: { in: [...projectActions["records.review"]] }, user: { banned: false } },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
    select: { userId: true, user: { select: { name: true } } },
  });
  return members.map(({ userId, user }) => ({ userId, name: user.name }));
}

async function reviewsOf(recordIds: string[], userIds: string[]): Promise<Map<string, number>> {
  const reviews = await db.review.groupBy({
    by: ["reviewerId"],
    where: {
      ...standing,
      kind: "review",
      reviewerId: { in: userIds },
      round: { recordId: { in: recordIds } },
    },
    _count: true,
  });
  return new Map(reviews.map(({ reviewerId, _count }) => [reviewerId, _count]));
}
