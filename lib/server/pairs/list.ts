import type { Actor } from "#lib/domain/access/actions.ts";
import { type PairRow, type PairStatus, scoresOf } from "#lib/domain/pair/view.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";

const pageSize = 50;

const inForce = { approvals: { where: { withdrawnAt: null }, select: { id: true }, take: 1 } } as const;

/**
 * The pairs of a project in one state, newest first, without the rejected side.
 *
 * @param before id of the last pair of the page before
 * @returns a page, and the id to go on from; null at the end
 * @throws Refused `not_found`, `forbidden`
 */
export async function listPairs(
  actor: Actor,
  { projectId, status, before }: { projectId: string; status: PairStatus; before?: string },
): Promise<{ pairs: PairRow[]; next: string | null }> {
  await authorize(actor, "runs.read", { projectId });
  const found = await db.pair.findMany({
    where: { projectId, status, id: before === undefined ? undefined : { lt: before } },
    orderBy: { id: "desc" },
    take: pageSize + 1,
    select: {
      id: true,
      origin: true,
      selectedScore: true,
      rejectedScore: true,
      fault: true,
      flipped: true,
      run: { select: { number: true, synthetic: true } },
      prompt: { select: { number: true, text: true } },
      selected: { select: { record: { select: { ref: true, synthetic: true, status: true } }, ...inForce } },
      rejectedRevision: { select: inForce },
    },
  });
  const pairs = found.slice(0, pageSize).map((pair): PairRow => {
    const { id, origin, run, prompt, selected, fault, flipped } = pair;
    const { record, approvals } =
      flipped && pair.rejectedRevision ? { ...selected, ...pair.rejectedRevision } : selected;
    return {
      id,
      origin,
      fault,
      flipped,
      runNumber: run?.number ?? null,
      promptNumber: prompt.number,
      prompt: prompt.text,
      selectedRef: record.ref,
      isApproved: record.status === "approved" && approvals.length > 0,
      scores: scoresOf(pair),
      synthetic: record.synthetic || run?.synthetic === true,
    };
  });
  return { pairs, next: found.length > pageSize ? (pairs.at(-1)?.id ?? null) : null };
}
