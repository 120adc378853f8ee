import { Label } from "#lib/domain/deliberation/reply.ts";
import { Thoughts } from "#lib/domain/deliberation/thoughts.ts";
import { type BlindAnswer, PairDecision, type PairSide } from "#lib/domain/pair/judge.ts";
import type { OtherAnswer, Reveal } from "#lib/domain/pair/room.ts";
import { scoresOf } from "#lib/domain/pair/view.ts";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type RevealedPair = Prisma.PairGetPayload<{
  include: {
    prompt: true;
    run: { select: { number: true } };
    selected: { include: { record: { select: { ref: true; status: true } } } };
    rejectedRevision: true;
  };
}>;

type Asked = { first: PairSide; answer: BlindAnswer; userId: string; maySeeRun: boolean };

/** What a person is told of a pair that they have answered. Nobody is told the belief here: it is read in its deliberation. */
export async function revealOf(
  pair: RevealedPair,
  { first, answer, userId, maySeeRun }: Asked,
): Promise<Reveal> {
  const { id, origin, run, prompt, selected, rejectedRevision } = pair;
  const [approvals, labels, answers] = await Promise.all([
    db.approval.count({ where: { revisionId: selected.id, withdrawnAt: null } }),
    rejectedRevision ? labelsOf(rejectedRevision) : [],
    db.pairAnswer.findMany({
      where: { pairId: id },
      orderBy: { id: "asc" },
      select: {
        reviewerId: true,
        better: true,
        reviewer: { select: { name: true } },
        decisions: { orderBy: { id: "desc" }, take: 1, select: { kind: true, fault: true } },
      },
    }),
  ]);
  const own = answers.find(({ reviewerId }) => reviewerId === userId)?.decisions[0];
  return {
    first,
    answer,
    origin,
    selectedRef: selected.record.ref,
    isApproved: selected.record.status === "approved" && approvals > 0,
    scores: scoresOf(pair),
    labels,
    decision: own && own.kind !== "undo" ? PairDecision.parse(own) : null,
    others: answers
      .filter(({ reviewerId }) => reviewerId !== userId)
      .map(({ reviewer, better, decisions }): OtherAnswer => {
        const kind = decisions[0]?.kind;
        return { name: reviewer.name, better, decision: kind === undefined || kind === "undo" ? null : kind };
      }),
    deliberation: maySeeRun && run ? `${run.number}/${prompt.number}` : null,
  };
}

/** What reviewers said of the thoughts of a revision: the reasons why it was changed. */
async function labelsOf({ id, thoughts }: { id: string; thoughts: unknown }): Promise<Reveal["labels"]> {
  const texts = new Map(Thoughts.parse(thoughts).map((thought) => [thought.id, thought.text]));
  const labels = await db.label.findMany({
    where: {
      revisionId: id,
      reviewId: { not: null },
      label: { not: "sound" },
      review: { withdrawnAt: null, afterReveal: false },
    },
    orderBy: { id: "asc" },
    select: { thoughtId: true, label: true, why: true },
  });
  return labels.map(({ thoughtId, label, why }) => ({
    text: texts.get(thoughtId) ?? "",
    label: Label.parse(label),
    why,
  }));
}
