import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import type { Gap, GapKind } from "#lib/domain/review/gap.ts";
import { undoableSince } from "#lib/domain/review/reveal.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { gapStrings } from "#lib/domain/strings/gaps.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { contentOf, contentSelection } from "#lib/server/records/revision.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** More are not shown at once: who has these closed sees the next ones. */
const shown = 50;

/**
 * The gaps of one kind that reviewers found, newest first, and how many are open. Each comes to the leads once its
 * round is closed for good, so that it tells nobody of a review before their own is final.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadGaps(
  actor: Actor,
  { projectId, kind, closed }: { projectId: string; kind: GapKind; closed: boolean },
): Promise<{ gaps: Gap[]; open: number }> {
  await authorize(actor, "policies.edit", { projectId });
  const found = foundGaps(projectId, kind);
  const [rows, open] = await Promise.all([
    db.review.findMany({
      where: { ...found, gapClosing: closed ? { isNot: null } : null },
      orderBy: { id: "desc" },
      take: shown,
      select: selection,
    }),
    db.review.count({ where: { ...found, gapClosing: null } }),
  ]);
  return { gaps: rows.map(gapOf), open };
}

/** A gap as an inbox tells of it: what was said, and when its round was closed. */
export type FoundGap = {
  id: string;
  by: string;
  ref: string;
  noteKind: GapKind;
  text: string;
  closedAt: Date;
};

/**
 * The newest open gaps of both kinds, as far as they have come to the leads. The caller has authorized.
 *
 * @param except id of a person whose own are left out
 */
export async function openGaps(
  projectId: string,
  { days, most, except }: { days: number; most: number; except: string },
): Promise<FoundGap[]> {
  const since = new Date(Date.now() - days * 86_400_000);
  const rows = await Promise.all(
    (["policy_gap", "guidelines_gap"] as const).map((noteKind) =>
      db.review
        .findMany({
          where: {
            ...foundGaps(projectId, noteKind),
            gapClosing: null,
            reviewerId: { not: except },
            submittedAt: { gt: since },
          },
          orderBy: { id: "desc" },
          take: most,
          select: {
            id: true,
            note: true,
            reviewer: { select: { name: true } },
            round: { select: { closedAt: true, record: { select: { ref: true } } } },
          },
        })
        .then((found) => found.map((row) => ({ ...row, noteKind }))),
    ),
  );
  return rows.flat().flatMap(({ id, note, noteKind, reviewer, round }) =>
    round.closedAt
      ? [
          {
            id,
            noteKind,
            by: reviewer.name,
            ref: round.record.ref,
            text: note ?? "",
            closedAt: round.closedAt,
          },
        ]
      : [],
  );
}

/**
 * Closes a gap, or opens it again; to do what is done changes nothing.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function setGapClosed(
  actor: Actor,
  { projectId, reviewId, closed }: { projectId: string; reviewId: string; closed: boolean },
): Promise<void> {
  await authorize(actor, "policies.edit", { projectId });
  if (actor.kind !== "person") throw new Refused("forbidden", accessStrings.forbidden);
  const closedById = actor.userId;
  await db.$transaction(async (tx) => {
    const gap = await tx.review.findFirst({
      where: {
        id: reviewId,
        OR: [foundGaps(projectId, "policy_gap"), foundGaps(projectId, "guidelines_gap")],
      },
      select: { id: true },
    });
    if (!gap) throw new Refused("not_found", gapStrings.notFound);
    const { count } = closed
      ? await tx.gapClosing.createMany({ data: [{ reviewId, closedById }], skipDuplicates: true })
      : await tx.gapClosing.deleteMany({ where: { reviewId } });
    if (count === 0) return;
    await appendAudit(tx, {
      actor,
      projectId,
      action: closed ? "gap.close" : "gap.open",
      objectKind: "review",
      objectId: reviewId,
    });
  });
}

function foundGaps(projectId: string, noteKind: GapKind) {
  const recent = {
    status: "submitted",
    withdrawnAt: null,
    afterReveal: false,
    submittedAt: { gt: undoableSince(new Date()) },
  } as const;
  return {
    noteKind,
    status: "submitted",
    withdrawnAt: null,
    erasureId: null,
    note: { not: null },
    round: { closedAt: { not: null }, reviews: { none: recent }, record: { projectId } },
  } as const satisfies Prisma.ReviewWhereInput;
}

const selection = {
  id: true,
  note: true,
  noteAbout: true,
  submittedAt: true,
  reviewer: { select: { name: true } },
  round: { select: { record: { select: { ref: true } }, baseRevision: { select: contentSelection } } },
  gapClosing: { select: { closedAt: true, closedBy: { select: { name: true } } } },
} as const satisfies Prisma.ReviewSelect;

function gapOf(row: Prisma.ReviewGetPayload<{ select: typeof selection }>): Gap {
  const { round, noteAbout, gapClosing } = row;
  const about = contentOf(round.baseRevision)?.thoughts.find(({ id }) => id === noteAbout);
  return {
    reviewId: row.id,
    ref: round.record.ref,
    by: row.reviewer.name,
    at: (row.submittedAt ?? new Date(0)).toISOString(),
    text: row.note ?? "",
    thought: about?.text ?? null,
    closed: gapClosing && { by: gapClosing.closedBy.name, at: gapClosing.closedAt.toISOString() },
  };
}
