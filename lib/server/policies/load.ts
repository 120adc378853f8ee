import type { Actor } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import { Refused } from "#lib/domain/errors.ts";
import type { PolicyPage, PublishedPolicy } from "#lib/domain/policy/view.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { findPolicy, type PolicyAddress } from "./find.ts";
import { namesOf } from "./names.ts";
import { policyText, textSelection } from "./version-text.ts";

/**
 * A policy with the text in force and the list of its versions. Who may not edit sees no policy that was
 * never published.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadPolicy(actor: Actor, address: PolicyAddress): Promise<PolicyPage> {
  const { id, projectId, number, archivedAt } = await findPolicy(actor, "policies.read", address);
  const mayEdit = can(actor, "policies.edit", await authorize(actor, "policies.read", { projectId }));
  const [rows, drafts] = await Promise.all([
    db.policyVersion.findMany({
      where: { policyId: id },
      orderBy: { version: "desc" },
      select: { version: true, publishedAt: true, publishedById: true },
    }),
    db.policyDraft.count({ where: { policyId: id } }),
  ]);
  const [newest] = rows;
  if (!newest && !mayEdit) throw new Refused("not_found", accessStrings.notFound);
  const nameOf = await namesOf(rows.map(({ publishedById }) => publishedById));
  return {
    id,
    number,
    current: newest ? await publishedPolicy(id, newest.version) : null,
    versions: rows.map(({ publishedById, ...row }) => ({ ...row, publishedBy: nameOf(publishedById) })),
    hasDraft: mayEdit && drafts > 0,
    archivedAt,
  };
}

/**
 * One published version of a policy.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadPolicyVersion(
  actor: Actor,
  { version, ...address }: PolicyAddress & { version: number },
): Promise<PublishedPolicy> {
  const { id } = await findPolicy(actor, "policies.read", address);
  return publishedPolicy(id, version);
}

async function publishedPolicy(policyId: string, version: number): Promise<PublishedPolicy> {
  const row = await db.policyVersion.findUnique({
    where: { policyId_version: { policyId, version } },
    select: { publishedAt: true, publishedById: true, ...textSelection },
  });
  if (!row) throw new Refused("not_found", accessStrings.notFound);
  const nameOf = await namesOf([row.publishedById]);
  return {
    version,
    publishedAt: row.publishedAt,
    publishedBy: nameOf(row.publishedById),
    text: policyText(row),
  };
}
