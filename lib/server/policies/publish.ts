import { createHash } from "node:crypto";
import { z } from "zod";
import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { parseClauseNumber } from "#lib/domain/policy/clause-number.ts";
import { diffPolicies, type PolicyDiff } from "#lib/domain/policy/diff.ts";
import { type PolicyText, parsePolicy } from "#lib/domain/policy/parse.ts";
import { addedClausesTouch, type Impact } from "#lib/domain/policy/view.ts";
import { policiesStrings } from "#lib/domain/strings/policies.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { uuid7 } from "#lib/server/database/uuid7.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { type FoundPolicy, findPolicy, type PolicyAddress } from "./find.ts";
import { addedClauses, changedClauses, impactOf, markStale } from "./impact.ts";
import { lockPolicies } from "./lock.ts";
import { numberingOf } from "./numbering.ts";
import { replaceInSet } from "./replace-in-set.ts";
import { policyText, textSelection } from "./version-text.ts";

/** Publishes the draft that was read, and no other. */
export const PublishRequest = z.object({
  /** Version of the draft whose diff the lead saw. */
  draftVersion: z.int().positive(),
  addedTouch: z.enum(addedClausesTouch).default("none"),
});

/** What a publication did. */
export type Publication = {
  version: number;
  /** Number of the new policy set. */
  set: number;
  /** How many records became stale. */
  stale: number;
};

const nothing: PolicyText = { title: "", intro: "", clauses: [] };

/**
 * What publishing the draft would change and touch.
 *
 * @throws Refused `not_found`; `forbidden`; `conflict` where there is no draft; `invalid` with `PolicyFault[]` as
 *   its detail where the draft cannot be published as it stands
 */
export async function previewPublication(
  actor: Actor,
  address: PolicyAddress,
): Promise<{ title: string; diff: PolicyDiff; impact: Impact; draftVersion: number; nextVersion: number }> {
  const policy = await findPolicy(actor, "policies.publish", address);
  const { draft, before, after, newest } = await draftAndNewest(db, policy);
  const diff = diffPolicies(before, after);
  return {
    title: after.title,
    diff,
    impact: await impactOf(policy.projectId, changedClauses(diff), numbers(before)),
    draftVersion: draft.version,
    nextVersion: newest + 1,
  };
}

/**
 * Publishes the draft of a policy: an immutable version, clauses that get their numbers for good, a new policy
 * set in force, and every record that cites a changed or removed clause becomes stale. All of it or nothing;
 * publications of one project take turns.
 *
 * @param actor needs `policies.publish`
 * @throws Refused `conflict` where the draft is not the one that was read; `invalid` where it cannot be published
 *   or changes nothing; `not_found`, `forbidden`
 */
export async function publishPolicy(
  actor: Actor,
  { draftVersion, addedTouch, ...address }: z.output<typeof PublishRequest> & PolicyAddress,
): Promise<Publication> {
  const policy = await findPolicy(actor, "policies.publish", address);
  return db.$transaction(
    async (tx) => {
      await lockPolicies(tx, policy.projectId);
      const { draft, before, after, newest } = await draftAndNewest(tx, policy);
      if (draft.version !== draftVersion) throw new Refused("conflict", policiesStrings.publish.draftChanged);
      const diff = diffPolicies(before, after);
      if (diff.isSame) throw new Refused("invalid", policiesStrings.publish.nothingChanged);

      const version = newest + 1;
      const publishedById = actor.kind === "person" ? actor.userId : null;
      const policyVersionId = await addVersion(tx, policy.id, {
        version,
        publishedById,
        text: draft.text,
        parts: after,
      });
      await takeDraft(tx, policy.id, draftVersion);
      const set = await replaceInSet(tx, policy, policyVersionId);
      const added = addedClauses(diff).length > 0;
      const stale = await markStale(tx, policy.projectId, {
        changed: changedClauses(diff),
        ofPolicy: numbers(before),
        touch: added ? addedTouch : "none",
      });
      await appendAudit(tx, {
        actor,
        projectId: policy.projectId,
        action: "policy.publish",
        objectKind: "policy",
        objectId: policy.id,
        detail: {
          number: policy.number,
          version,
          set,
          stale,
          changed: changedClauses(diff),
          added: addedClauses(diff),
        },
      });
      return { version, set, stale };
    },
    { timeout: 60_000 },
  );
}

async function draftAndNewest(tx: Prisma.TransactionClient, policy: FoundPolicy) {
  if (policy.archivedAt) throw new Refused("invalid", policiesStrings.archived.refused);
  const draft = await tx.policyDraft.findUnique({ where: { policyId: policy.id } });
  if (!draft) throw new Refused("conflict", policiesStrings.publish.noDraft);
  const newest = await tx.policyVersion.findFirst({
    where: { policyId: policy.id },
    orderBy: { version: "desc" },
    select: { version: true, ...textSelection },
  });
  const parsed = parsePolicy(draft.text, await numberingOf(tx, policy.id));
  if (!parsed.ok)
    throw new Refused("invalid", policiesStrings.publish.faulty(parsed.faults.length), parsed.faults);
  return {
    draft,
    after: parsed.policy,
    before: newest ? policyText(newest) : nothing,
    newest: newest?.version ?? 0,
  };
}

/** Removes the published draft; whoever saved it anew since it was read is not overruled. */
async function takeDraft(tx: Prisma.TransactionClient, policyId: string, version: number): Promise<void> {
  const { count } = await tx.policyDraft.deleteMany({ where: { policyId, version } });
  if (count === 0) throw new Refused("conflict", policiesStrings.publish.draftChanged);
}

/** Stores a version with its clauses; numbers that are new become clauses of the policy for good. */
async function addVersion(
  tx: Prisma.TransactionClient,
  policyId: string,
  {
    version,
    publishedById,
    text,
    parts,
  }: { version: number; publishedById: string | null; text: string; parts: PolicyText },
): Promise<string> {
  const { id: policyVersionId } = await tx.policyVersion.create({
    data: {
      policyId,
      publishedById,
      version,
      title: parts.title,
      text,
      contentHash: createHash("sha256").update(text).digest("hex"),
    },
    select: { id: true },
  });
  const known = await tx.clause.findMany({ where: { policyId }, select: { id: true, number: true } });
  const ids = new Map(known.map(({ id, number }) => [number, id]));
  const clauses = parts.clauses.map(({ number, text }, index) => {
    const clause = parseClauseNumber(number)?.clause ?? 0;
    return {
      number: clause,
      isNew: !ids.has(clause),
      id: ids.get(clause) ?? uuid7(),
      position: index + 1,
      text,
    };
  });
  const added = clauses.filter(({ isNew }) => isNew);
  await tx.clause.createMany({ data: added.map(({ id, number }) => ({ id, policyId, number })) });
  await tx.clauseVersion.createMany({
    data: clauses.map(({ id, position, text }) => ({ policyVersionId, clauseId: id, position, text })),
  });
  await tx.policy.update({
    where: { id: policyId },
    data: { lastClauseNumber: Math.max(...clauses.map(({ number }) => number), ...ids.keys()) },
  });
  return policyVersionId;
}

function numbers({ clauses }: PolicyText): string[] {
  return clauses.map(({ number }) => number);
}
