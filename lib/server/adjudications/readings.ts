import type { Reading } from "#lib/domain/adjudication/compare.ts";
import type { Content } from "#lib/domain/record/content.ts";
import { contentOf, contentSelection } from "#lib/server/records/revision.ts";
import { standing } from "#lib/server/records/round.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** Facts of a reading that only the server needs. */
export type ReadingRow = Reading & { reviewerId: string; submittedAt: Date };

/** What was given in a round and what was said of it. */
export type RoundReadings = { base: Content; readings: ReadingRow[]; ruling: ReadingRow | null };

/** Loads the standing reviews of a round with their texts, oldest first; null where anything was erased. */
export async function readingsOf(
  tx: Pick<Prisma.TransactionClient, "reviewRound">,
  roundId: string,
): Promise<RoundReadings | null> {
  const round = await tx.reviewRound.findUniqueOrThrow({
    where: { id: roundId },
    select: {
      baseRevision: { select: contentSelection },
      reviews: { where: standing, orderBy: { submittedAt: "asc" }, select: reviewSelection },
    },
  });
  const base = contentOf(round.baseRevision);
  if (!base) return null;
  const rows = round.reviews.map((review) => ({ kind: review.kind, reading: readingOf(review, base) }));
  if (rows.some(({ reading }) => reading === null)) return null;
  const all = rows.flatMap(({ kind, reading }) => (reading ? [{ kind, reading }] : []));
  return {
    base,
    readings: all.filter(({ kind }) => kind === "review").map(({ reading }) => reading),
    ruling: all.find(({ kind }) => kind === "adjudication")?.reading ?? null,
  };
}

const reviewSelection = {
  id: true,
  kind: true,
  decision: true,
  reasoning: true,
  responseVerdict: true,
  note: true,
  submittedAt: true,
  reviewerId: true,
  reviewer: { select: { name: true } },
  labels: { select: { thoughtId: true, label: true } },
  scores: { select: { dimension: true, value: true } },
  revision: { select: contentSelection },
} as const satisfies Prisma.ReviewSelect;

type ReviewRow = Prisma.ReviewGetPayload<{ select: typeof reviewSelection }>;

function readingOf(row: ReviewRow, base: Content): ReadingRow | null {
  const content = row.revision ? contentOf(row.revision) : base;
  if (!content || !row.decision || !row.submittedAt) return null;
  return {
    id: row.id,
    by: row.reviewer.name,
    decision: row.decision,
    reasoning: row.reasoning,
    responseVerdict: row.responseVerdict,
    note: row.note,
    labels: Object.fromEntries(row.labels.map(({ thoughtId, label }) => [thoughtId, label])),
    scores: Object.fromEntries(row.scores.map(({ dimension, value }) => [dimension, value])),
    content,
    reviewerId: row.reviewerId,
    submittedAt: row.submittedAt,
  };
}
