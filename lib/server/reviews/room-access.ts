import type { Actor } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import { Refused } from "#lib/domain/errors.ts";
import { isOpen, type RecordStatus } from "#lib/domain/record/status.ts";
import { canUndo, mayReveal, undoableSince } from "#lib/domain/review/reveal.ts";
import type { Standing } from "#lib/domain/review/view.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { isHeldForOthers } from "#lib/server/batches/held.ts";
import { db } from "#lib/server/database/client.ts";
import { currentRound, type Round, standing } from "#lib/server/records/round.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const reviewSelection = {
  id: true,
  status: true,
  slot: true,
  claimExpiresAt: true,
  asksScores: true,
  submittedAt: true,
  draft: true,
  revision: { select: { id: true } },
} as const satisfies Prisma.ReviewSelect;

export type OwnReviewRow = Prisma.ReviewGetPayload<{ select: typeof reviewSelection }>;

/** What one person may see and do in the room of one record. */
export type RoomAccess = {
  round: Round;
  standing: Standing;
  /** The person's own standing review in the newest round. */
  own: OwnReviewRow | null;
  /** Whether what others did may be shown; of planted records never. */
  revealed: boolean;
  mayReview: boolean;
  mayReadRuns: boolean;
  mayWithdraw: boolean;
};

type Subject = { id: string; projectId: string; status: RecordStatus; planted: boolean };

/**
 * Says how a person stands to a record. Who may only review sees records that are open to them and those that
 * they had a part in.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function roomAccess(actor: Actor, record: Subject): Promise<RoomAccess> {
  const role = await authorize(actor, "project.read", { projectId: record.projectId });
  const round = await currentRound(db, record.id);
  if (!round) throw new Refused("not_found", accessStrings.notFound);

  const userId = actor.kind === "person" ? actor.userId : null;
  const own = userId && (await ownReview(round.id, userId));
  const mayReview = can(actor, "records.review", role);
  const now = new Date();
  // A stale record between two rounds is open as well: claiming it opens the next.
  const isOffered =
    mayReview &&
    isOpen(record.status) &&
    (round.closedAt !== null || (await hasFreeSlot(round, userId, now))) &&
    (own || userId === null || !(await isHeldForOthers(db, record.id, userId)));
  const standing = standingOf(own || null, Boolean(isOffered), now);

  const mayRead = can(actor, "records.read", role);
  if (!mayRead && standing === "reading" && !(userId && (await tookPart(record.id, userId)))) {
    throw new Refused("forbidden", accessStrings.forbidden);
  }
  const submittedAt = own && own.status === "submitted" ? own.submittedAt : null;
  const closed = !isOpen(record.status) && !(await isRecent(round, now));
  return {
    round,
    standing,
    own: own || null,
    revealed: !record.planted && mayReveal({ closed }, submittedAt, now),
    mayReview,
    mayReadRuns: can(actor, "runs.read", role),
    mayWithdraw: can(actor, "records.withdraw", role),
  };
}

function standingOf(own: OwnReviewRow | null, isOffered: boolean, now: Date): Standing {
  if (own?.status === "submitted") return "done";
  if (own?.status === "skipped")
    return canUndo(own.submittedAt ?? now, now) || !isOffered ? "done" : "offered";
  if (own?.slot && own.claimExpiresAt && own.claimExpiresAt > now && isOffered) return "reviewing";
  return isOffered ? "offered" : "reading";
}

function ownReview(roundId: string, reviewerId: string): Promise<OwnReviewRow | null> {
  return db.review.findFirst({
    where: { roundId, reviewerId, kind: "review", withdrawnAt: null, afterReveal: false },
    select: reviewSelection,
  });
}

/** Whether something was said in a round that can still be taken back, so that its slot may come free again. */
async function isRecent(round: Round, now: Date): Promise<boolean> {
  const since = undoableSince(now);
  return (
    (await db.review.count({ where: { roundId: round.id, ...standing, submittedAt: { gt: since } } })) > 0
  );
}

/** Whether a slot is free, the person's own counted as such. */
async function hasFreeSlot(round: Round, userId: string | null, now: Date): Promise<boolean> {
  const taken = await db.review.count({
    where: {
      roundId: round.id,
      withdrawnAt: null,
      slot: { not: null },
      reviewerId: { not: userId ?? undefined },
      OR: [{ submittedAt: { not: null } }, { claimExpiresAt: { gt: now } }],
    },
  });
  return taken < round.slots;
}

async function tookPart(recordId: string, reviewerId: string): Promise<boolean> {
  return (await db.review.count({ where: { reviewerId, round: { recordId } } })) > 0;
}
