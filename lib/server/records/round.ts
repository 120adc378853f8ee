import type { Opening } from "#lib/domain/review/route.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type Tx = Prisma.TransactionClient;

export type Round = Prisma.ReviewRoundGetPayload<object>;

/** A planted record is for everybody to judge once, and nothing ever follows from it. */
const slotsOfPlanted = 10_000;

/** The open round of a record, else its last; null before the first. One that opens later does not count yet. */
export function currentRound(tx: Pick<Tx, "reviewRound">, recordId: string): Promise<Round | null> {
  return tx.reviewRound.findFirst({
    where: { recordId, openedAt: { lte: new Date() } },
    orderBy: [{ closedAt: { sort: "desc", nulls: "first" } }, { number: "desc" }],
  });
}

/**
 * Opens a round of review: closes the one before, takes the policies in force and as many slots as the project
 * asks for. The caller holds the record's lock and sets its status.
 *
 * @param baseRevisionId what is to be judged
 * @param at when people may claim it; now if not given
 */
export async function openRound(
  tx: Tx,
  { recordId, baseRevisionId, at = new Date() }: { recordId: string; baseRevisionId: string; at?: Date },
): Promise<Round> {
  const { project, planted } = await tx.record.findUniqueOrThrow({
    where: { id: recordId },
    select: { planted: true, project: { select: { id: true, reviewsPerRecord: true } } },
  });
  const policySet = await tx.policySet.findFirstOrThrow({
    where: { projectId: project.id },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  await tx.reviewRound.updateMany({ where: { recordId, closedAt: null }, data: { closedAt: new Date() } });
  // A batch holds a record for one round of review: what comes back for another is everybody's.
  await tx.record.updateMany({ where: { id: recordId, batchId: { not: null } }, data: { batchId: null } });
  const { _max: last } = await tx.reviewRound.aggregate({ where: { recordId }, _max: { number: true } });
  return tx.reviewRound.create({
    data: {
      recordId,
      baseRevisionId,
      policySetId: policySet.id,
      number: (last.number ?? 0) + 1,
      slots: planted ? slotsOfPlanted : project.reviewsPerRecord,
      openedAt: at,
    },
  });
}

/** Why a round was opened: what the one before it ended with says it. */
export async function openingOf(tx: Tx, round: Round): Promise<Opening> {
  const before = await tx.reviewRound.findFirst({
    where: { recordId: round.recordId, number: { lt: round.number } },
    orderBy: { number: "desc" },
    select: { policySetId: true, reviews: { where: standing, select: { decision: true, kind: true } } },
  });
  if (!before) return "first";
  const ruling = before.reviews.find(({ kind }) => kind === "adjudication");
  const said = new Set((ruling ? [ruling] : before.reviews).map(({ decision }) => decision));
  if (said.size === 1 && said.has("request_changes")) return "changes_requested";
  return before.policySetId === round.policySetId ? "first" : "policy_changed";
}

/** Submitted reviews that count: not taken back, and given before others were shown. */
export const standing = {
  status: "submitted",
  withdrawnAt: null,
  afterReveal: false,
} as const satisfies Prisma.ReviewWhereInput;
