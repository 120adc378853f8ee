import type { Actor } from "#lib/domain/access/actions.ts";
import { undoableSince } from "#lib/domain/review/reveal.ts";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

// Nothing that judges a record is told to somebody who has it in review, or who could still take back what they said.

/** Whether a record is kept from somebody so. */
export async function isJudging(actor: Actor, recordId: string): Promise<boolean> {
  if (actor.kind !== "person") return false;
  return (await db.review.count({ where: { ...unsaidBy(actor.userId), round: { recordId } } })) > 0;
}

/** Ids of the deliberations of a run whose records are kept from somebody so: as many as they have begun to review. */
export async function judgedIn(actor: Actor, runId: string): Promise<string[]> {
  if (actor.kind !== "person") return [];
  const records = await db.record.findMany({
    where: { runId, rounds: { some: { reviews: { some: unsaidBy(actor.userId) } } } },
    select: { deliberationId: true },
  });
  return records.flatMap(({ deliberationId }) => deliberationId ?? []);
}

/** The reviews of a person that are not said for good. */
function unsaidBy(reviewerId: string) {
  return {
    reviewerId,
    withdrawnAt: null,
    OR: [
      { status: { in: ["pending", "draft"] }, round: { closedAt: null } },
      { submittedAt: { gt: undoableSince(new Date()) } },
    ],
  } satisfies Prisma.ReviewWhereInput;
}
