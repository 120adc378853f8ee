import { shareAgreed } from "#lib/domain/adjudication/compare.ts";
import { citedBy } from "#lib/domain/record/content.ts";
import { settledAt } from "#lib/domain/review/reveal.ts";
import { openStatusOf, routeOf, statusOfRoute } from "#lib/domain/review/route.ts";
import { readingsOf } from "#lib/server/adjudications/readings.ts";
import { markIfStale } from "#lib/server/policies/stale-record.ts";
import { contentOf, contentSelection } from "#lib/server/records/revision.ts";
import { openingOf, openRound, type Round, standing } from "#lib/server/records/round.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type Tx = Prisma.TransactionClient;

/**
 * Makes a record what the standing reviews of its round make it: status, head, cited clauses, approval, and
 * whether the round is open. Called under the record's lock after a review was submitted or taken back; calling
 * it again changes nothing.
 */
export async function settleRound(tx: Tx, round: Round): Promise<void> {
  const reviews = await tx.review.findMany({
    where: { roundId: round.id, ...standing },
    orderBy: { submittedAt: "asc" },
    select: {
      id: true,
      kind: true,
      decision: true,
      submittedAt: true,
      revisionId: true,
      revision: { select: { contentHash: true } },
    },
  });
  const base = await tx.revision.findUniqueOrThrow({
    where: { id: round.baseRevisionId },
    select: { contentHash: true },
  });
  const readings = reviews.filter(({ kind }) => kind === "review");
  const ruling = reviews.find(({ kind }) => kind === "adjudication");
  const route = routeOf(
    round.slots,
    readings.flatMap(({ decision, revision }) =>
      decision ? [{ decision, contentHash: revision?.contentHash ?? base.contentHash }] : [],
    ),
    ruling?.decision,
  );
  const decided =
    { open: null, differing: null, agreed: readings.at(-1), adjudicated: ruling }[route.kind] ?? null;
  const headRevisionId = decided?.revisionId ?? round.baseRevisionId;

  await setOpen(tx, round, route.kind === "open");
  await noteAgreement(tx, round, route.kind === "differing");
  await moveHead(tx, round.recordId, headRevisionId);
  await tx.record.update({
    where: { id: round.recordId },
    data: {
      status:
        route.kind === "open"
          ? openStatusOf(await openingOf(tx, round), await isTaken(tx, round))
          : statusOfRoute(route),
    },
    select: { id: true },
  });
  await setApproval(
    tx,
    round,
    decided?.decision === "approve" ? { reviewId: decided.id, revisionId: headRevisionId } : null,
  );
  await markIfStale(tx, round.recordId);
  if (decided?.decision === "request_changes") {
    // Nobody can claim it before the request can no longer be taken back.
    const at = settledAt(decided.submittedAt ?? new Date());
    await openRound(tx, { recordId: round.recordId, baseRevisionId: headRevisionId, at });
  }
}

/** Opens or closes the round, and drops the one that came of it but nobody could claim yet. */
async function setOpen(tx: Tx, { id, recordId, number }: Round, isOpen: boolean): Promise<void> {
  await tx.reviewRound.deleteMany({ where: { recordId, number: { gt: number }, reviews: { none: {} } } });
  await tx.reviewRound.update({
    where: { id },
    data: { closedAt: isOpen ? null : new Date() },
    select: { id: true },
  });
}

/** How far its reviews agree, where they have to be adjudicated: those who agree least come first. */
async function noteAgreement(tx: Tx, { id }: Round, differs: boolean): Promise<void> {
  if (!differs) return;
  const readings = await readingsOf(tx, id);
  if (!readings) return;
  await tx.reviewRound.update({
    where: { id },
    data: { agreement: shareAgreed(readings.base, readings.readings) },
    select: { id: true },
  });
}

/** The one place that moves a record's head: what it cites goes with it. */
async function moveHead(tx: Tx, recordId: string, headRevisionId: string): Promise<void> {
  const head = await tx.revision.findUniqueOrThrow({
    where: { id: headRevisionId },
    select: contentSelection,
  });
  await tx.record.update({
    where: { id: recordId },
    data: { headRevisionId, citedClauses: citedBy(contentOf(head)?.thoughts ?? []) },
    select: { id: true },
  });
}

async function isTaken(tx: Tx, { id }: Round): Promise<boolean> {
  return (await tx.review.count({ where: { roundId: id, slot: { not: null }, withdrawnAt: null } })) > 0;
}

/** Puts the approval in force that the round gave, and withdraws any other. */
async function setApproval(
  tx: Tx,
  { recordId, policySetId }: Round,
  approval: { reviewId: string; revisionId: string } | null,
): Promise<void> {
  const inForce = await tx.approval.findFirst({ where: { recordId, withdrawnAt: null } });
  if (inForce && inForce.reviewId === approval?.reviewId) return;
  if (inForce) {
    await tx.approval.update({
      where: { id: inForce.id },
      data: { withdrawnAt: new Date() },
      select: { id: true },
    });
  }
  if (approval) await tx.approval.create({ data: { recordId, policySetId, ...approval } });
}
