import type { Actor } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import type { TurnView } from "#lib/domain/deliberation/view.ts";
import { Refused } from "#lib/domain/errors.ts";
import { saidAsPlanted } from "#lib/domain/insights/said-as-planted.ts";
import { PromptMessages } from "#lib/domain/prompt/prompt.ts";
import { emptyDraft, ReviewDraft } from "#lib/domain/review/draft.ts";
import { canUndo } from "#lib/domain/review/reveal.ts";
import type { HistoryLine, Room, RoomRevision } from "#lib/domain/review/view.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { loadThreads } from "#lib/server/comments/load.ts";
import { db } from "#lib/server/database/client.ts";
import { roomExposure } from "#lib/server/exposure/room.ts";
import { loadPolicySet } from "#lib/server/policies/policy-set.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { loadHistory } from "./load-history.ts";
import { loadSpoken } from "./load-spoken.ts";
import { type OwnReviewRow, roomAccess } from "./room-access.ts";
import { authoredSelection, roomRevision } from "./room-revision.ts";
import { shownFindings } from "./shown-findings.ts";
import { leftFor } from "./waiting.ts";

/**
 * A record for the review room, as one person may see it. While they could still judge it independently,
 * nothing that others said or changed in the round is in it. What they could claim counts as given to them.
 *
 * @param ref `12.184`, or `i3.184` for a record of an import
 * @param isAhead whether it is loaded before anybody asked to see it, which is not noted as seen
 * @throws Refused `not_found`, `forbidden`; `HeldBackToday` where it is not given to them today
 */
export async function loadRoom(
  actor: Actor,
  projectId: string,
  ref: string,
  { isAhead = false } = {},
): Promise<Room> {
  const record = await db.record.findUnique({
    where: { projectId_ref: { projectId, ref } },
    select: selection,
  });
  if (!record) throw new Refused("not_found", accessStrings.notFound);
  const access = await roomAccess(actor, { ...record, projectId });
  const { round, own, revealed, standing } = access;
  const exposure = await roomExposure(actor, {
    recordId: record.id,
    standing: isAhead ? "reading" : standing,
  });
  const deliberation = record.deliberation ?? record.plantedFrom?.deliberation ?? null;

  const [policySet, guidelines, history, threads, spoken, work] = await Promise.all([
    loadPolicySet(round.policySetId),
    db.guidelinesVersion.findFirst({
      where: { projectId },
      orderBy: { version: "desc" },
      select: { text: true },
    }),
    loadHistory(actor, { recordId: record.id, projectId, access }),
    loadThreads(record.id, { userId: actor.kind === "person" ? actor.userId : null, revealed }),
    deliberation && loadSpoken(deliberation.id),
    access.mayReview ? leftFor(actor, projectId) : null,
  ]);
  const given = await revisionOf(round.baseRevisionId, history);
  const movedTo = revealed && record.headRevisionId !== given.id ? record.headRevisionId : null;
  const ownVersion = own?.status === "submitted" ? own.revision?.id : null;
  const shownId = movedTo ?? ownVersion ?? given.id;
  const review = own && roomReview(own);
  const policies = policySet.policies.map(({ number, title, clauses }) => ({
    number,
    title,
    clauses: [...clauses],
  }));
  const { prompt } = record;
  const { slug, name, stopAtFirstFlaw } = record.project;
  return {
    project: { slug, name },
    rules: { stopAtFirstFlaw, asksScores: own?.asksScores ?? false },
    record: {
      ref,
      severity: record.severity,
      synthetic: record.synthetic,
      outcome: record.outcome,
      status: revealed ? record.status : null,
      erasedAt: (record.head?.erasure ?? prompt.erasure)?.at.toISOString() ?? null,
      deliberation:
        access.mayReadRuns && record.run ? { run: record.run.number, prompt: prompt.number } : null,
    },
    prompt: {
      number: prompt.number,
      messages: prompt.erasure ? [] : PromptMessages.parse(prompt.messages),
      dataSet: prompt.dataSet,
      category: prompt.category,
      sourceRow: prompt.sourceRow,
    },
    intents: spoken?.intents ?? [],
    policySet: policySet.number,
    policies,
    guidelines: guidelines?.text ?? null,
    given,
    shown: shownId === given.id ? given : await revisionOf(shownId, history),
    findings: await shownFindings(access, { draft: review?.draft, givenId: given.id, shownId }),
    brief: await briefOf(round.recordId, round.number, record.status),
    standing,
    review,
    exposure,
    canUndo: own?.submittedAt ? canUndo(own.submittedAt, new Date()) : false,
    left: work?.left ?? null,
    batch: work?.batch ?? null,
    others: (record.planted ? record.project.reviewsPerRecord : round.slots) - 1,
    history,
    ...threads,
    mayComment: access.mayReview,
    deliberation: spoken && {
      recipe: spoken.recipe,
      turns: record.planted ? spoken.turns.map((view) => asPlanted(view, given)) : spoken.turns,
    },
    mayWithdraw: access.mayWithdraw && revealed && record.status === "approved",
    eraseId: can(actor, "content.erase", null) && !record.head?.erasure && !prompt.erasure ? record.id : null,
  };
}

const selection = {
  id: true,
  severity: true,
  synthetic: true,
  outcome: true,
  status: true,
  headRevisionId: true,
  head: { select: { erasure: { select: { at: true } } } },
  planted: true,
  plantedFrom: { select: { deliberation: { select: { id: true } } } },
  project: { select: { slug: true, name: true, stopAtFirstFlaw: true, reviewsPerRecord: true } },
  run: { select: { number: true } },
  deliberation: { select: { id: true } },
  prompt: {
    select: {
      number: true,
      messages: true,
      dataSet: true,
      category: true,
      sourceRow: true,
      erasure: { select: { at: true } },
    },
  },
} as const satisfies Prisma.RecordSelect;

/** A revision, as the same object where the history holds it already: it is sent to the browser once. */
async function revisionOf(id: string, history: readonly HistoryLine[]): Promise<RoomRevision> {
  const known = history.flatMap((line) => ("revision" in line ? (line.revision ?? []) : []));
  return (
    known.find((revision) => revision.id === id) ??
    roomRevision(await db.revision.findUniqueOrThrow({ where: { id }, select: authoredSelection }))
  );
}

function roomReview(own: OwnReviewRow): Room["review"] {
  const { id, status, draft, claimExpiresAt } = own;
  const written = draft && draft.erasureId === null;
  return {
    id,
    status,
    draft: written ? ReviewDraft.parse(draft.content) : emptyDraft,
    version: draft?.version ?? 0,
    savedAt: draft?.updatedAt.toISOString() ?? null,
    claimedUntil: claimExpiresAt?.toISOString() ?? null,
  };
}

/** A planted copy has no turns of its own; those of its original must not tell what was changed. */
function asPlanted(view: TurnView, given: RoomRevision): TurnView {
  return { ...view, turn: view.turn && saidAsPlanted(view.turn, given) };
}

/** What the round before asked for, or that the policies changed since. Its request is what the round is about. */
async function briefOf(recordId: string, number: number, status: string): Promise<Room["brief"]> {
  if (status === "stale") return { kind: "policy_changed" };
  if (status !== "changes_requested") return null;
  const asked = await db.review.findMany({
    where: {
      round: { recordId, number: number - 1 },
      status: "submitted",
      decision: "request_changes",
      withdrawnAt: null,
      afterReveal: false,
    },
    orderBy: { submittedAt: "asc" },
    select: { note: true, kind: true },
  });
  const rulings = asked.filter(({ kind }) => kind === "adjudication");
  const brief = rulings.length > 0 ? rulings : asked;
  return { kind: "changes_requested", notes: [...new Set(brief.flatMap(({ note }) => note ?? []))] };
}
