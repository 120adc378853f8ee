import type { Actor } from "#lib/domain/access/actions.ts";
import type { HistoryLine, ReviewLine } from "#lib/domain/review/view.ts";
import { db } from "#lib/server/database/client.ts";
import { openingOf, standing } from "#lib/server/records/round.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { loadGradings } from "./load-gradings.ts";
import type { RoomAccess } from "./room-access.ts";
import { authoredSelection, roomRevision } from "./room-revision.ts";

type Subject = { recordId: string; projectId: string; access: RoomAccess };

/**
 * What happened to a record, oldest first. Before the reader may know what others did: how it came about, and
 * what they did themselves.
 */
export async function loadHistory(
  actor: Actor,
  { recordId, projectId, access }: Subject,
): Promise<HistoryLine[]> {
  const userId = actor.kind === "person" ? actor.userId : null;
  const visible: Prisma.ReviewWhereInput = access.revealed ? {} : { reviewerId: userId ?? undefined };
  const hidesAll = !access.revealed && userId === null;
  const [first, reviews, rounds, approvals, gradings] = await Promise.all([
    db.revision.findFirst({ where: { recordId, number: 1 }, select: authoredSelection }),
    hidesAll
      ? []
      : db.review.findMany({
          where: { round: { recordId }, ...standing, afterReveal: undefined, ...visible },
          orderBy: { submittedAt: "asc" },
          select: reviewSelection,
        }),
    db.reviewRound.findMany({
      where: { recordId, number: { gt: 1 }, openedAt: { lte: new Date() } },
      orderBy: { number: "asc" },
    }),
    access.revealed ? withdrawnApprovals(recordId, projectId) : [],
    access.revealed ? loadGradings(recordId, projectId) : [],
  ]);
  const lines: HistoryLine[] = [];
  if (first) lines.push({ kind: "made", at: first.createdAt.toISOString(), revision: roomRevision(first) });
  for (const review of reviews) lines.push(reviewLine(review, userId));
  for (const round of rounds) {
    const opening = await openingOf(db, round);
    lines.push({ kind: "round", at: round.openedAt.toISOString(), opening, number: round.number });
  }
  lines.push(...approvals, ...gradings);
  return lines.sort((one, other) => one.at.localeCompare(other.at));
}

const reviewSelection = {
  id: true,
  reviewerId: true,
  decision: true,
  reasoning: true,
  responseVerdict: true,
  note: true,
  noteKind: true,
  afterReveal: true,
  submittedAt: true,
  reviewer: { select: { name: true } },
  labels: { select: { thoughtId: true, label: true } },
  scores: { select: { dimension: true, value: true } },
  revision: { select: authoredSelection },
} as const satisfies Prisma.ReviewSelect;

function reviewLine(
  row: Prisma.ReviewGetPayload<{ select: typeof reviewSelection }>,
  userId: string | null,
): HistoryLine {
  const at = (row.submittedAt ?? new Date(0)).toISOString();
  const review: ReviewLine = {
    id: row.id,
    by: row.reviewer.name,
    mine: row.reviewerId === userId,
    decision: row.decision ?? "approve",
    reasoning: row.reasoning,
    responseVerdict: row.responseVerdict,
    note: row.note,
    noteKind: row.noteKind,
    afterReveal: row.afterReveal,
    labels: Object.fromEntries(row.labels.map(({ thoughtId, label }) => [thoughtId, label])),
    scores: Object.fromEntries(row.scores.map(({ dimension, value }) => [dimension, value])),
    revision: row.revision?.number ?? null,
    at,
  };
  return {
    kind: "review",
    at,
    review,
    revision: row.revision && roomRevision(row.revision, row.reviewer.name),
  };
}

async function withdrawnApprovals(recordId: string, projectId: string): Promise<HistoryLine[]> {
  const approvals = await db.approval.count({ where: { recordId, withdrawnAt: { not: null } } });
  if (approvals === 0) return [];
  const events = await db.auditEvent.findMany({
    where: { projectId, action: "approval.withdraw", objectId: recordId },
    orderBy: { id: "asc" },
    select: { at: true, reason: true, actorId: true },
  });
  const people = await db.user.findMany({
    where: { id: { in: events.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, name: true },
  });
  return events.map(({ at, reason, actorId }) => ({
    kind: "approval_withdrawn",
    at: at.toISOString(),
    by: people.find(({ id }) => id === actorId)?.name ?? null,
    reason,
  }));
}
