import { randomUUID } from "node:crypto";
import type { Actor } from "#lib/domain/access/actions.ts";
import { Thoughts } from "#lib/domain/deliberation/thoughts.ts";
import { emptyDraft, type ReviewDraft } from "#lib/domain/review/draft.ts";
import { demonstrationStrings as strings } from "#lib/domain/strings/demonstration.ts";
import { db } from "#lib/server/database/client.ts";
import { savePolicyDraft } from "#lib/server/policies/draft.ts";
import { publishPolicy } from "#lib/server/policies/publish.ts";
import { withdrawApproval } from "#lib/server/records/withdraw-approval.ts";
import { claimRecord } from "#lib/server/reviews/claim.ts";
import { saveDraft } from "#lib/server/reviews/save-draft.ts";
import { submitReview } from "#lib/server/reviews/submit-review.ts";

const operator: Actor = { kind: "operator" };

const approval: ReviewDraft = { ...emptyDraft, reasoning: "sound", responseVerdict: "right" };
const refusal: ReviewDraft = {
  ...emptyDraft,
  reasoning: "flawed",
  responseVerdict: "wrong",
  decision: "reject",
  note: strings.notes.reject,
};
const request: ReviewDraft = {
  ...emptyDraft,
  reasoning: "flawed",
  responseVerdict: "right",
  decision: "request_changes",
  note: strings.notes.changes,
};

/**
 * Lets two made-up reviewers work on the records of the demonstration until there is one in every status but
 * `superseded`.
 *
 * @returns the prompt to deliberate on once more, which supersedes its record
 */
export async function reviewDemonstration(projectId: string): Promise<string> {
  const [first, second] = [
    await reviewer(projectId, strings.reviewers[0]),
    await reviewer(projectId, strings.reviewers[1]),
  ];
  const records = await db.record.findMany({
    where: { projectId, status: "awaiting_review" },
    select: { ref: true, promptId: true, headRevisionId: true, citedClauses: true },
    orderBy: { id: "asc" },
  });
  const clause = leastCited(records.map(({ citedClauses }) => citedClauses));
  const [outdated] = records.filter(({ citedClauses }) => citedClauses.includes(clause));
  const [fixed, right, rejected, changed, withdrawn, disputed, opened, again] = records.filter(
    ({ citedClauses }) => !citedClauses.includes(clause),
  );
  if (
    !outdated ||
    !fixed ||
    !right ||
    !rejected ||
    !changed ||
    !withdrawn ||
    !disputed ||
    !opened ||
    !again
  ) {
    throw new Error("The demonstration has too few records.");
  }
  await submit(first, projectId, outdated.ref, approval);
  await addTo(clause, projectId);
  await submit(first, projectId, fixed.ref, await fixOf(fixed.headRevisionId));
  await submit(first, projectId, right.ref, approval);
  await submit(second, projectId, rejected.ref, refusal);
  await submit(second, projectId, changed.ref, request);
  await submit(first, projectId, withdrawn.ref, approval);
  await withdrawApproval(operator, projectId, {
    ref: withdrawn.ref,
    reason: strings.withdrawn,
    again: false,
  });
  await dispute(projectId, disputed.ref, first, second);
  await begin(second, projectId, opened.ref);
  return again.promptId;
}

/** The clause that the fewest records cite: changing it leaves most of them as they are. */
function leastCited(cited: readonly string[][]): string {
  const counts = new Map<string, number>();
  for (const clause of cited.flat()) counts.set(clause, (counts.get(clause) ?? 0) + 1);
  const [least] = [...counts].sort(([one, n], [other, m]) => n - m || one.localeCompare(other));
  return least?.[0] ?? "";
}

/** People who cannot sign in: their accounts are deactivated from the start. */
async function reviewer(projectId: string, name: string): Promise<Actor> {
  const user = await db.user.create({
    data: {
      name,
      email: `${randomUUID()}@demonstration.invalid`,
      banned: true,
      banReason: strings.banReason,
      memberships: { create: { projectId, role: "annotator" } },
    },
  });
  return { kind: "person", userId: user.id, name, email: user.email, isAdmin: false };
}

async function submit(actor: Actor, projectId: string, ref: string, content: ReviewDraft): Promise<void> {
  await submitReview(actor, { ...(await begun(actor, projectId, ref)), version: 0, content });
}

async function begin(actor: Actor, projectId: string, ref: string): Promise<void> {
  const content = { ...emptyDraft, note: strings.notes.begun };
  await saveDraft(actor, { ...(await begun(actor, projectId, ref)), version: 0, content });
}

async function begun(actor: Actor, projectId: string, ref: string) {
  const { reviewId } = await claimRecord(actor, projectId, ref);
  const { round } = await db.review.findUniqueOrThrow({
    where: { id: reviewId },
    select: { round: { select: { baseRevisionId: true } } },
  });
  return { reviewId, baseRevisionId: round.baseRevisionId };
}

/** An approval after a correction: the last kept thought is said better. */
async function fixOf(revisionId: string | null): Promise<ReviewDraft> {
  const revision = await db.revision.findUniqueOrThrow({ where: { id: revisionId ?? "" } });
  const last = Thoughts.parse(revision.thoughts).findLast((thought) => thought.removed === undefined);
  if (!last) return approval;
  return {
    ...approval,
    reasoning: "fixed",
    labels: { [last.id]: "unsupported" },
    edits: { [last.id]: { text: `${last.text} ${strings.fix}` } },
    note: strings.notes.fixed,
  };
}

/** Approved, reopened for two, and judged differently by each. */
async function dispute(projectId: string, ref: string, first: Actor, second: Actor): Promise<void> {
  await submit(first, projectId, ref, approval);
  await db.project.update({ where: { id: projectId }, data: { reviewsPerRecord: 2 } });
  await withdrawApproval(operator, projectId, { ref, reason: strings.reopened, again: true });
  await db.project.update({ where: { id: projectId }, data: { reviewsPerRecord: 1 } });
  await submit(first, projectId, ref, approval);
  await submit(second, projectId, ref, refusal);
}

/** Publishes a clause that says more than before; what cites it has to be looked at again. */
async function addTo(clause: string, projectId: string): Promise<void> {
  const number = Number(clause.split(".")[0]);
  const policy = await db.policy.findUniqueOrThrow({
    where: { projectId_number: { projectId, number } },
    select: { versions: { orderBy: { version: "desc" }, take: 1, select: { text: true } } },
  });
  const lines = (policy.versions[0]?.text ?? "").split("\n");
  let end = lines.findIndex((line) => line.replace(/^\W+/, "").startsWith(`${clause} `));
  while ((lines[end + 1] ?? "").trim() !== "") end += 1;
  lines[end] = `${lines[end]} ${strings.clauseAddition}`;
  const draft = await savePolicyDraft(operator, {
    projectId,
    number,
    text: lines.join("\n"),
    baseVersion: 0,
  });
  await publishPolicy(operator, { projectId, number, draftVersion: draft.version, addedTouch: "none" });
}
