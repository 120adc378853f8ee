import type { Actor } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import { draftTitle } from "#lib/domain/policy/draft-title.ts";
import type { PolicyList } from "#lib/domain/policy/view.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";

/**
 * The policies of a project by number, archived ones last.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function listPolicies(actor: Actor, projectId: string): Promise<PolicyList> {
  const role = await authorize(actor, "policies.read", { projectId });
  const mayEdit = can(actor, "policies.edit", role);
  const [policies, set, stale] = await Promise.all([
    db.policy.findMany({
      where: { projectId, ...(!mayEdit && { versions: { some: {} } }) },
      orderBy: { number: "asc" },
      select: {
        number: true,
        archivedAt: true,
        draft: { select: { text: true } },
        versions: {
          orderBy: { version: "desc" },
          take: 1,
          select: { title: true, version: true, publishedAt: true, _count: { select: { clauses: true } } },
        },
      },
    }),
    db.policySet.findFirst({ where: { projectId }, orderBy: { number: "desc" } }),
    db.recordTally.aggregate({ where: { projectId, status: "stale" }, _sum: { n: true } }),
  ]);
  const summaries = policies.map(({ number, archivedAt, draft, versions: [newest] }) => ({
    number,
    title: newest?.title ?? draftTitle(draft?.text ?? ""),
    clauses: newest?._count.clauses ?? 0,
    version: newest?.version ?? null,
    publishedAt: newest?.publishedAt ?? null,
    hasDraft: mayEdit && draft !== null,
    archived: archivedAt !== null,
  }));
  return {
    set: set && { number: set.number, since: set.createdAt },
    policies: [
      ...summaries.filter(({ archived }) => !archived),
      ...summaries.filter(({ archived }) => archived),
    ],
    stale: stale._sum.n ?? 0,
  };
}
