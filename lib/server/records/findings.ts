import { type Finding, FindingDetail } from "#lib/domain/checks/finding.ts";
import { findingsOf } from "#lib/domain/checks/findings-of.ts";
import type { CheckedPolicy } from "#lib/domain/checks/subject.ts";
import type { Content } from "#lib/domain/record/content.ts";
import { db } from "#lib/server/database/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** What the checks notice in a revision, as rows without its id. */
export function findingRows(content: Content, policies: readonly CheckedPolicy[]) {
  return findingsOf(content, policies).map(({ thoughtId, detail: { check, ...detail } }) => ({
    thoughtId,
    check,
    detail,
  }));
}

/** Stores what the checks notice in a revision, in the transaction that makes it. */
export async function storeFindings(
  tx: Prisma.TransactionClient,
  revisionId: string,
  content: Content,
  policies: readonly CheckedPolicy[],
): Promise<void> {
  const rows = findingRows(content, policies).map((row) => ({ revisionId, ...row }));
  if (rows.length > 0) await tx.finding.createMany({ data: rows });
}

/** What the checks noticed in a revision. Callers have authorized, and decide what of it may be shown. */
export async function loadFindings(revisionId: string): Promise<Finding[]> {
  const rows = await db.finding.findMany({
    where: { revisionId },
    orderBy: [{ thoughtId: "asc" }, { check: "asc" }],
  });
  return rows.map(({ thoughtId, check, detail }) => ({
    thoughtId,
    detail: FindingDetail.parse({ ...(detail as object), check }),
  }));
}
