import type { Actor } from "#lib/domain/access/actions.ts";
import type { Dispute, NoDispute } from "#lib/domain/adjudication/view.ts";
import { Refused } from "#lib/domain/errors.ts";
import { PromptMessages } from "#lib/domain/prompt/prompt.ts";
import { ReviewDraft } from "#lib/domain/review/draft.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { db } from "#lib/server/database/client.ts";
import { loadPolicySet } from "#lib/server/policies/policy-set.ts";
import { currentRound } from "#lib/server/records/round.ts";
import { unsettledIn } from "#lib/server/reviews/unsettled.ts";
import { hasReviewed, requireAdjudicator } from "./adjudicator.ts";
import { readingsOf } from "./readings.ts";

/**
 * A record whose reviews differ, with all that was said of it, for somebody who had no part in it.
 *
 * @returns why not, where it is not this person's to decide
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadDispute(
  actor: Actor,
  projectId: string,
  ref: string,
): Promise<Dispute | NoDispute> {
  const { userId } = await requireAdjudicator(actor, projectId);
  const record = await db.record.findUnique({
    where: { projectId_ref: { projectId, ref } },
    select: {
      id: true,
      status: true,
      severity: true,
      synthetic: true,
      project: { select: { slug: true } },
      prompt: { select: { messages: true, category: true } },
    },
  });
  if (!record) throw new Refused("not_found", accessStrings.notFound);
  if (await hasReviewed(db, record.id, userId)) return "own_review";
  const round = await currentRound(db, record.id);
  const isSettled = !(await unsettledIn(projectId)).has(record.id);
  const said =
    round && isSettled && record.status === "needs_adjudication" ? await readingsOf(db, round.id) : null;
  if (!round || !said) return "nothing_to_decide";
  const [policySet, before] = await Promise.all([
    loadPolicySet(round.policySetId),
    db.draft.findFirst({
      where: { erasureId: null, review: { roundId: round.id, reviewerId: userId, kind: "adjudication" } },
      orderBy: { updatedAt: "desc" },
      select: { content: true },
    }),
  ]);
  return {
    slug: record.project.slug,
    ref,
    roundId: round.id,
    severity: record.severity,
    category: record.prompt.category,
    synthetic: record.synthetic,
    messages: PromptMessages.parse(record.prompt.messages),
    policySet: policySet.number,
    clauses: Object.fromEntries(
      policySet.policies.flatMap(({ title, clauses }) =>
        clauses.map(({ number, text }) => [number, { policy: title, text }]),
      ),
    ),
    base: said.base,
    readings: said.readings.map(({ reviewerId: _, submittedAt: __, ...reading }) => reading),
    draft: before && ReviewDraft.parse(before.content),
  };
}
