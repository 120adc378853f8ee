import type { Outcome } from "#lib/domain/deliberation/outcome.ts";
import type { Severity } from "#lib/domain/prompt/prompt.ts";
import { type Content, citedBy } from "#lib/domain/record/content.ts";
import { currentPolicySet } from "#lib/server/policies/policy-set.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { storeFindings } from "./findings.ts";
import { revisionRow } from "./revision.ts";
import { openRound } from "./round.ts";

type NewRecord = {
  projectId: string;
  promptId: string;
  /** What it came from: a finished deliberation of a run, or an import. */
  origin:
    | { kind: "deliberation"; deliberationId: string; runId: string }
    | { kind: "import"; importId: string };
  /** `12.184`, or `i3.184` for an import. */
  ref: string;
  severity: Severity;
  outcome: Outcome | null;
  synthetic: boolean;
  content: Content;
};

/**
 * Opens a record: its first revision and a round of review under the policies in force. Part of the transaction
 * that finishes the deliberation or the import.
 *
 * @returns ids of the record and its first revision
 */
export async function openRecord(
  tx: Prisma.TransactionClient,
  { origin, content, ...facts }: NewRecord,
): Promise<{ recordId: string; revisionId: string }> {
  const { kind, ...from } = origin;
  const { id: recordId } = await tx.record.create({
    data: { ...facts, ...from, citedClauses: citedBy(content.thoughts) },
    select: { id: true },
  });
  const { id: revisionId } = await tx.revision.create({
    data: revisionRow({ recordId, number: 1, author: { kind }, content }),
    select: { id: true },
  });
  const policySet = await currentPolicySet(facts.projectId, tx);
  await storeFindings(tx, revisionId, content, policySet?.policies ?? []);
  await tx.record.update({
    where: { id: recordId },
    data: { headRevisionId: revisionId },
    select: { id: true },
  });
  await openRound(tx, { recordId, baseRevisionId: revisionId });
  return { recordId, revisionId };
}
