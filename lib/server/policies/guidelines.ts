import { z } from "zod";
import type { Actor } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import { Refused } from "#lib/domain/errors.ts";
import type { GuidelinesPage, StoredDraft, VersionLine } from "#lib/domain/policy/view.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { policiesStrings } from "#lib/domain/strings/policies.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { type DraftSave, type SavedDraft, savedDraft, storedDraft } from "./draft.ts";
import { lockPolicies } from "./lock.ts";
import { namesOf } from "./names.ts";

type InProject = { projectId: string };

/** Publishes the draft that was read, and no other. */
export const PublishGuidelinesRequest = z.object({ draftVersion: z.int().positive() });

/**
 * The guidelines in force, with the list of versions.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadGuidelines(actor: Actor, { projectId }: InProject): Promise<GuidelinesPage> {
  const mayEdit = can(actor, "policies.edit", await authorize(actor, "policies.read", { projectId }));
  const [rows, drafts] = await Promise.all([
    db.guidelinesVersion.findMany({
      where: { projectId },
      orderBy: { version: "desc" },
      select: { version: true, publishedAt: true, publishedById: true },
    }),
    db.guidelinesDraft.count({ where: { projectId } }),
  ]);
  const nameOf = await namesOf(rows.map(({ publishedById }) => publishedById));
  const versions = rows.map(({ publishedById, ...row }) => ({ ...row, publishedBy: nameOf(publishedById) }));
  const [newest] = versions;
  return {
    current: newest ? { ...newest, text: await textOf(projectId, newest.version) } : null,
    versions,
    hasDraft: mayEdit && drafts > 0,
  };
}

/**
 * One published version of the guidelines.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadGuidelinesVersion(
  actor: Actor,
  { projectId, version }: InProject & { version: number },
): Promise<VersionLine & { text: string }> {
  await authorize(actor, "policies.read", { projectId });
  const row = await db.guidelinesVersion.findUnique({ where: { projectId_version: { projectId, version } } });
  if (!row) throw new Refused("not_found", accessStrings.notFound);
  const nameOf = await namesOf([row.publishedById]);
  return { version, text: row.text, publishedAt: row.publishedAt, publishedBy: nameOf(row.publishedById) };
}

/**
 * The working copy of the guidelines, or the version in force where there is none.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadGuidelinesDraft(
  actor: Actor,
  { projectId }: InProject,
): Promise<{ draft: StoredDraft; published: { version: number; text: string } | null }> {
  await authorize(actor, "policies.edit", { projectId });
  const [draft, published] = await Promise.all([
    db.guidelinesDraft.findUnique({ where: { projectId } }),
    db.guidelinesVersion.findFirst({
      where: { projectId },
      orderBy: { version: "desc" },
      select: { version: true, text: true },
    }),
  ]);
  const stored = await storedDraft(draft);
  return {
    draft: stored ?? { text: published?.text ?? "", version: 0, savedAt: null, savedBy: null },
    published,
  };
}

/**
 * Saves the working copy of the guidelines, as `savePolicyDraft` does for a policy.
 *
 * @throws Refused `conflict` with the stored draft (`StoredDraft`) as its detail; `not_found`, `forbidden`
 */
export async function saveGuidelinesDraft(
  actor: Actor,
  { projectId, text, baseVersion }: DraftSave & InProject,
): Promise<SavedDraft> {
  await authorize(actor, "policies.edit", { projectId });
  const data = { text, updatedById: actor.kind === "person" ? actor.userId : null };
  if (baseVersion === 0) {
    const { count } = await db.guidelinesDraft.createMany({
      data: { ...data, projectId },
      skipDuplicates: true,
    });
    if (count === 1) return savedDraft(await db.guidelinesDraft.findUniqueOrThrow({ where: { projectId } }));
  } else {
    const [saved] = await db.guidelinesDraft.updateManyAndReturn({
      where: { projectId, version: baseVersion },
      data: { ...data, version: { increment: 1 } },
    });
    if (saved) return savedDraft(saved);
  }
  const theirs = await storedDraft(await db.guidelinesDraft.findUnique({ where: { projectId } }));
  throw new Refused("conflict", theirs ? policiesStrings.draft.conflict : policiesStrings.draft.gone, theirs);
}

/**
 * Throws the working copy of the guidelines away.
 *
 * @throws Refused `conflict` where it was saved again meanwhile; `not_found`, `forbidden`
 */
export async function discardGuidelinesDraft(
  actor: Actor,
  { projectId, baseVersion }: InProject & { baseVersion: number },
): Promise<void> {
  await authorize(actor, "policies.edit", { projectId });
  const { count } = await db.guidelinesDraft.deleteMany({ where: { projectId, version: baseVersion } });
  if (count === 0) throw new Refused("conflict", policiesStrings.draft.conflict);
}

/**
 * Publishes the draft of the guidelines as an immutable version.
 *
 * @throws Refused `conflict` where the draft is not the one that was read; `invalid` where it is empty or changes
 *   nothing; `not_found`, `forbidden`
 */
export async function publishGuidelines(
  actor: Actor,
  { projectId, draftVersion }: InProject & z.output<typeof PublishGuidelinesRequest>,
): Promise<{ version: number }> {
  await authorize(actor, "policies.publish", { projectId });
  return db.$transaction(async (tx) => {
    await lockPolicies(tx, projectId);
    const draft = await tx.guidelinesDraft.findUnique({ where: { projectId } });
    if (draft?.version !== draftVersion) throw new Refused("conflict", policiesStrings.publish.draftChanged);
    const newest = await tx.guidelinesVersion.findFirst({
      where: { projectId },
      orderBy: { version: "desc" },
    });
    if (draft.text.trim() === "") throw new Refused("invalid", policiesStrings.guidelines.emptyText);
    if (draft.text === newest?.text) throw new Refused("invalid", policiesStrings.publish.nothingChanged);
    const version = (newest?.version ?? 0) + 1;
    const publishedById = actor.kind === "person" ? actor.userId : null;
    await tx.guidelinesVersion.create({ data: { projectId, version, text: draft.text, publishedById } });
    const { count } = await tx.guidelinesDraft.deleteMany({ where: { projectId, version: draftVersion } });
    if (count === 0) throw new Refused("conflict", policiesStrings.publish.draftChanged);
    const object = { objectKind: "guidelines", detail: { version } };
    await appendAudit(tx, { actor, projectId, action: "guidelines.publish", ...object });
    return { version };
  });
}

async function textOf(projectId: string, version: number): Promise<string> {
  const row = await db.guidelinesVersion.findUniqueOrThrow({
    where: { projectId_version: { projectId, version } },
    select: { text: true },
  });
  return row.text;
}
