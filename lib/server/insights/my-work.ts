import { z } from "zod";
import type { Actor } from "#lib/domain/access/actions.ts";
import { feedbackOn } from "#lib/domain/adjudication/feedback.ts";
import type { MyWork, WorkOutcome } from "#lib/domain/insights/my-work.ts";
import { noticedFlaw } from "#lib/domain/review/flaw.ts";
import { canUndo } from "#lib/domain/review/reveal.ts";
import { routeOf } from "#lib/domain/review/route.ts";
import { readingsOf } from "#lib/server/adjudications/readings.ts";
import { db } from "#lib/server/database/client.ts";
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
  const rows = await Promise.all(
    shown.map(async (review) => ({
      id: review.id,
      ref: review.round.record.ref,
      text: review.round.record.prompt.text.slice(0, shownText),
      decision: review.decision ?? "approve",
      at: (review.submittedAt ?? new Date(0)).toISOString(),
      outcome: await outcomeOf(review, new Date()),
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
        select: { ref: true, planted: true, plantedFlaws: true, prompt: { select: { text: true } } },
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
