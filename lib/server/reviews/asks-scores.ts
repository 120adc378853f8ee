import { isSampled } from "#lib/domain/review/sample.ts";
import type { Round } from "#lib/server/records/round.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type Tx = Prisma.TransactionClient;

/**
 * Whether a review that begins asks for scores: as the first of its round did, so that all its reviewers are asked the
 * same, whatever the project's settings become meanwhile. A planted record asks as its original would now: everybody
 * judges it alone, and nothing may tell it from others.
 */
export async function asksScores(tx: Tx, { id, recordId, baseRevisionId }: Round): Promise<boolean> {
  const { planted, plantedFrom, project } = await tx.record.findUniqueOrThrow({
    where: { id: recordId },
    select: {
      planted: true,
      plantedFrom: { select: { headRevisionId: true } },
      project: { select: { scoredPercent: true, scoreGraded: true } },
    },
  });
  const first = planted
    ? null
    : await tx.review.findFirst({
        where: { roundId: id, kind: "review" },
        orderBy: { id: "asc" },
        select: { asksScores: true },
      });
  if (first) return first.asksScores;
  if (isSampled(recordId, project.scoredPercent)) return true;
  const revisionId = plantedFrom?.headRevisionId ?? baseRevisionId;
  return project.scoreGraded && (await tx.score.count({ where: { revisionId, judge: { not: null } } })) > 0;
}
