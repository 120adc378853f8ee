import type { Actor } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import { AnswerReply } from "#lib/domain/deliberation/reply.ts";
import { isKept, Thoughts } from "#lib/domain/deliberation/thoughts.ts";
import { Refused } from "#lib/domain/errors.ts";
import type { BlindAnswer, PairSide } from "#lib/domain/pair/judge.ts";
import type { PairRoom, PairStanding, ShownSide } from "#lib/domain/pair/room.ts";
import { PromptMessages } from "#lib/domain/prompt/prompt.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { readerExposure } from "#lib/server/exposure/room.ts";
import { pairSubject } from "#lib/server/exposure/subject.ts";
import { currentPolicySet } from "#lib/server/policies/policy-set.ts";
import { requireReviewer } from "#lib/server/reviews/reviewer.ts";
import { countWaitingPairs } from "./claim.ts";
import { firstSide } from "./first-side.ts";
import { revealOf } from "./reveal.ts";

/**
 * A pair as one person may see it. Its sides are shown to whoever holds it or has answered; which is which, to whoever has
 * answered.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadPair(
  actor: Actor,
  { projectId, pairId }: { projectId: string; pairId: string },
): Promise<PairStanding> {
  const { userId } = await requireReviewer(actor, projectId);
  const pair = await db.pair.findUnique({
    where: { id: pairId },
    include: {
      prompt: true,
      run: { select: { number: true, synthetic: true } },
      selected: { include: { record: { select: { ref: true, synthetic: true, status: true } } } },
      rejected: true,
      rejectedRevision: true,
      answers: { where: { reviewerId: userId } },
    },
  });
  if (pair?.projectId !== projectId) throw new Refused("not_found", accessStrings.notFound);
  const [answer] = pair.answers;
  const isHeld = pair.claimExpiresAt !== null && pair.claimExpiresAt > new Date();
  const isMine = isHeld && pair.claimedById === userId;
  if (!answer && pair.status !== "proposed") return { kind: "settled" };
  if (!answer && !isMine) return { kind: isHeld ? "taken" : "free" };

  const { prompt, selected, rejected, rejectedRevision } = pair;
  const isErased = [prompt, selected, rejected, rejectedRevision].some((one) => one?.erasureId);
  if (isErased) return { kind: "settled" };
  const sides: Record<PairSide, ShownSide> = {
    selected: sideOf(selected),
    rejected: rejectedRevision ? sideOf(rejectedRevision) : spokenSide(rejected?.reply),
  };
  const first = answer?.first ?? firstSide(pairId, userId);
  const shown: PairRoom["sides"] =
    first === "selected" ? [sides.selected, sides.rejected] : [sides.rejected, sides.selected];
  const role = await authorize(actor, "records.review", { projectId });
  return {
    kind: "open",
    left: (await countWaitingPairs(projectId, userId)).waiting,
    room: {
      id: pair.id,
      messages: PromptMessages.parse(prompt.messages),
      category: prompt.category,
      synthetic: selected.record.synthetic || pair.run?.synthetic === true,
      clauses: await clausesOf(projectId),
      sides: shown,
      exposure: await readerExposure(userId, pairSubject(pair)),
      reveal: answer
        ? await revealOf(pair, {
            first: answer.first,
            answer: answerNamed(answer),
            userId,
            maySeeRun: can(actor, "beliefs.read", role),
          })
        : null,
    },
  };
}

/** What the person pressed. */
function answerNamed({ first, better }: { first: PairSide; better: PairSide | null }): BlindAnswer {
  if (better === null) return "neither";
  return better === first ? "first" : "second";
}

/** Kept thoughts as texts alone: ids and authors would tell the sides apart. */
function sideOf(revision: {
  thoughts: unknown;
  response: string;
  disposition: ShownSide["disposition"];
}): ShownSide {
  const thoughts = Thoughts.parse(revision.thoughts).filter(isKept);
  return {
    thoughts: thoughts.map(({ text, clauses }) => ({ text, clauses })),
    response: revision.response,
    disposition: revision.disposition,
  };
}

function spokenSide(reply: unknown): ShownSide {
  const { thoughts, response, disposition } = AnswerReply.parse(reply);
  return { thoughts: thoughts.map(({ text, clauses }) => ({ text, clauses })), response, disposition };
}

/** The clauses in force, by number. */
async function clausesOf(projectId: string): Promise<PairRoom["clauses"]> {
  const set = await currentPolicySet(projectId);
  return Object.fromEntries(
    (set?.policies ?? []).flatMap(({ title, clauses }) =>
      clauses.map(({ number, text }) => [number, { policy: title, text }]),
    ),
  );
}
