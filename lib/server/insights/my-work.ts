import { z } from "zod";
import type { Actor } from "#lib/domain/access/actions.ts";
import { feedbackOn } from "#lib/domain/adjudication/feedback.ts";
import type { MyWork, WorkOutcome } from "#lib/domain/insights/my-work.ts";
import type { Decision } from "#lib/domain/review/draft.ts";
import { noticedFlaw } from "#lib/domain/review/flaw.ts";
import { canUndo } from "#lib/domain/review/reveal.ts";
import { routeOf } from "#lib/domain/review/route.ts";
import { readingsOf } from "#lib/server/adjudications/readings.ts";
import { isKnownTo, withOwnReview } from "#lib/server/comments/known.ts";
import { db } from "#lib/server/database/client.ts";
import { hiddenFrom } from "#lib/server/exposure/choice.ts";
import { standing } from "#lib/server/records/round.ts";
import { requireReviewer } from "#lib/server/reviews/reviewer.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { detectionOf } from "./detection.ts";

const pageSize = 25;
/** Characters of a prompt that a list shows. */
const shownText = 240;

/** What is no cursor of ours begins at the first page. */
const Cursor = z.uuid().nullish().catch(null);

/**
 * What the actor reviewed in a project and what came of it. Nothing of others before their time: not while the own
 * review or theirs can still be taken back, and nothing of an adjudication before that is final.
 *
 * @param older cursor of the page
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadMyWork(actor: Actor, projectId: string, older?: string | null): Promise<MyWork> {
  const { userId } = await requireReviewer(actor, projectId);
  const before = Cursor.parse(older);
  const [reviews, detection] = await Promise.all([
    db.review.findMany({
      where: {
        reviewerId: userId,
        kind: "review",
        ...standing,
        round: { record: { projectId } },
        ...(before && { id: { lt: before } }),
      },
      orderBy: { id: "desc" },
      take: pageSize + 1,
      select: selection,
    }),
    detectionOf(projectId, userId, new Date()),
  ]);
  const shown = reviews.slice(0, pageSize);
  const [hides, since, comments] = await Promise.all([
    hiddenFrom(userId),
    saidSince(
      shown.map(({ round }) => round.id),
      userId,
    ),
    openThreads(
      shown.map(({ round }) => round.record.id),
      userId,
    ),
  ]);
  const rows = await Promise.all(
    shown.map(async (review) => ({
      id: review.id,
      ref: review.round.record.ref,
      text: hides(review.round.record.severity) ? null : review.round.record.prompt.text.slice(0, shownText),
      decision: review.decision ?? "approve",
      at: (review.submittedAt ?? new Date(0)).toISOString(),
      outcome: await outcomeOf(review, new Date()),
      now: since.get(review.round.id) ?? null,
      comments: comments.get(review.round.record.id) ?? 0,
    })),
  );
  return { rows, older: reviews.length > pageSize ? (shown.at(-1)?.id ?? null) : null, detection };
}

const selection = {
  id: true,
  decision: true,
  submittedAt: true,
  labels: { select: { thoughtId: true, label: true } },
  round: {
    select: {
      id: true,
      slots: true,
      closedAt: true,
      baseRevision: { select: { contentHash: true } },
      record: {
        select: {
          id: true,
          ref: true,
          severity: true,
          planted: true,
          plantedFlaws: true,
          prompt: { select: { text: true } },
        },
      },
      reviews: {
        where: standing,
        orderBy: { submittedAt: "asc" },
        select: {
          kind: true,
          decision: true,
          submittedAt: true,
          revision: { select: { contentHash: true } },
        },
      },
    },
  },
} as const satisfies Prisma.ReviewSelect;

/** What somebody would decide after seeing the others, by round. */
async function saidSince(roundIds: string[], reviewerId: string): Promise<Map<string, Decision>> {
  const said = await db.review.findMany({
    where: { roundId: { in: roundIds }, reviewerId, afterReveal: true, withdrawnAt: null },
    orderBy: { id: "asc" },
    select: { roundId: true, decision: true },
  });
  return new Map(said.flatMap(({ roundId, decision }) => (decision ? [[roundId, decision] as const] : [])));
}

/** How many open threads there are on records in which others said something that this person may know. */
async function openThreads(recordIds: string[], userId: string): Promise<Map<string, number>> {
  const counted = await db.$queryRaw<{ recordId: string; n: number }[]>`
    select r.id as "recordId", count(distinct t.id)::int as n
    from comments c ${withOwnReview(userId)}
    where t.record_id = any (${recordIds}::uuid[]) and t.resolved_at is null and ${isKnownTo(userId)}
    group by r.id`;
  return new Map(counted.map(({ recordId, n }) => [recordId, n]));
}

type ReviewRow = Prisma.ReviewGetPayload<{ select: typeof selection }>;

async function outcomeOf(
  { id, decision, submittedAt, labels, round }: ReviewRow,
  now: Date,
): Promise<WorkOutcome> {
  if (!decision || !submittedAt || canUndo(submittedAt, now)) return { kind: "just_now" };
  const { record } = round;
  if (record.planted) {
    const said = Object.fromEntries(labels.map(({ thoughtId, label }) => [thoughtId, label]));
    return { kind: "planted", noticed: noticedFlaw({ decision, labels: said }, record.plantedFlaws) };
  }
  const final = round.reviews.filter((review) => review.submittedAt && !canUndo(review.submittedAt, now));
  const route = routeOf(
    round.slots,
    final
      .filter(({ kind }) => kind === "review")
      .flatMap((review) =>
        review.decision
          ? [
              {
                decision: review.decision,
                contentHash: review.revision?.contentHash ?? round.baseRevision.contentHash,
              },
            ]
          : [],
      ),
    final.find(({ kind }) => kind === "adjudication")?.decision,
  );
  switch (route.kind) {
    case "open":
      return { kind: round.closedAt && final.length === round.reviews.length ? "closed" : "waiting" };
    case "differing":
      return { kind: "disputed" };
    case "agreed":
      return { kind: "agreed", decision: route.decision, alone: round.slots === 1 };
    case "adjudicated":
      return adjudicated(round.id, id);
  }
}

async function adjudicated(roundId: string, reviewId: string): Promise<WorkOutcome> {
  const said = await readingsOf(db, roundId);
  const reading = said?.readings.find(({ id }) => id === reviewId);
  if (!said?.ruling || !reading) return { kind: "closed" };
  return { kind: "adjudicated", feedback: feedbackOn(said.base, reading, said.ruling) };
}
