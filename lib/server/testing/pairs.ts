import { isKept, Thoughts } from "#lib/domain/deliberation/thoughts.ts";
import { db } from "#lib/server/database/client.ts";
import { contentHash } from "#lib/server/records/content-hash.ts";

/** A pair as a belief run leaves it: the revision as selected, what was said under a belief as rejected. */
export async function createBeliefPair(
  projectId: string,
  {
    promptId,
    revisionId,
    runId,
    belief,
    rejected,
  }: { promptId: string; revisionId: string; runId: string; belief: string; rejected: string },
) {
  const deliberation = await db.deliberation.create({
    data: { runId, promptId, subjectRevisionId: revisionId, outcome: "completed", turnCount: 3 },
  });
  const said = [
    { stage: "assess", round: null, role: "scorer", reply: { why: "", clauses: [], probability: 0.1 } },
    { stage: "whisper", round: 1, role: "whisperer", reply: { reason: "", belief } },
    {
      stage: "believe",
      round: 1,
      role: "target",
      reply: {
        thoughts: [{ text: `${rejected}, first.`, clauses: ["5.1"] }],
        response: `${rejected}, then.`,
        disposition: "comply",
      },
    },
  ] as const;
  await db.turn.createMany({
    data: said.map((turn, seq) => ({
      ...turn,
      reply: JSON.parse(JSON.stringify(turn.reply)),
      deliberationId: deliberation.id,
      seq,
      requestHash: Buffer.alloc(32),
    })),
  });
  return db.pair.create({
    data: {
      projectId,
      promptId,
      origin: "belief",
      runId,
      deliberationId: deliberation.id,
      selectedRevisionId: revisionId,
      rejectedSeq: 2,
      selectedScore: 0.1,
      rejectedScore: 0.9,
    },
  });
}

/** A revision that a person made of the head of a record and that was approved in its place. */
export async function approveEdited(recordId: string, approvalId: string, response: string) {
  const approval = await db.approval.findUniqueOrThrow({ where: { id: approvalId } });
  const base = await db.revision.findFirstOrThrow({ where: { recordId }, orderBy: { number: "desc" } });
  const thoughts = Thoughts.parse(base.thoughts);
  const revision = await db.revision.create({
    data: {
      recordId,
      parentId: base.id,
      number: base.number + 1,
      authorKind: "person",
      thoughts: JSON.parse(JSON.stringify(thoughts)),
      thoughtCount: thoughts.filter(isKept).length,
      response,
      disposition: base.disposition,
      contentHash: contentHash({ thoughts, response, disposition: base.disposition }),
    },
  });
  await db.approval.update({ where: { id: approvalId }, data: { withdrawnAt: new Date() } });
  const { policySetId, reviewId } = approval;
  await db.approval.create({ data: { recordId, revisionId: revision.id, policySetId, reviewId } });
  await db.record.update({ where: { id: recordId }, data: { headRevisionId: revision.id } });
  return revision;
}
