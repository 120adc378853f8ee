import { z } from "zod";
import type { Actor } from "#lib/domain/access/actions.ts";
import { storable } from "#lib/domain/deliberation/storable.ts";
import { Refused } from "#lib/domain/errors.ts";
import type { Numbering } from "#lib/domain/policy/parse.ts";
import type { StoredDraft } from "#lib/domain/policy/view.ts";
import { policiesStrings } from "#lib/domain/strings/policies.ts";
import { db } from "#lib/server/database/client.ts";
import { findPolicy, type PolicyAddress } from "./find.ts";
import { namesOf } from "./names.ts";
import { numberingOf } from "./numbering.ts";

/** A save: the text, and the version of the draft that it was made from (0: there was none). */
export const DraftSave = z.object({
  text: z.string().max(200_000, policiesStrings.draft.tooLong).overwrite(storable),
  baseVersion: z.int().nonnegative(),
});

export type DraftSave = z.output<typeof DraftSave>;

/** What a save gives back: the version to name with the next one. */
export type SavedDraft = {
  version: number;
  savedAt: Date;
};

/**
 * The working copy of a policy, or the version in force where there is none, with what its numbers are
 * checked against.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadPolicyDraft(
  actor: Actor,
  address: PolicyAddress,
): Promise<{ draft: StoredDraft; numbering: Numbering; published: number | null }> {
  const { id } = await findPolicy(actor, "policies.edit", address);
  const [draft, newest, numbering] = await Promise.all([
    db.policyDraft.findUnique({ where: { policyId: id } }),
    db.policyVersion.findFirst({
      where: { policyId: id },
      orderBy: { version: "desc" },
      select: { version: true, text: true },
    }),
    numberingOf(db, id),
  ]);
  const stored = await storedDraft(draft);
  return {
    draft: stored ?? { text: newest?.text ?? "", version: 0, savedAt: null, savedBy: null },
    numbering,
    published: newest?.version ?? null,
  };
}

/**
 * Saves the working copy of a policy. Nothing that the writer has not seen is overwritten: if the draft is
 * newer than the version named, it stays and comes back with the refusal.
 *
 * @throws Refused `conflict` with the stored draft (`StoredDraft`) as its detail; `not_found`, `forbidden`
 */
export async function savePolicyDraft(
  actor: Actor,
  { text, baseVersion, ...address }: DraftSave & PolicyAddress,
): Promise<SavedDraft> {
  const { id: policyId } = await findPolicy(actor, "policies.edit", address);
  const data = { text, updatedById: actor.kind === "person" ? actor.userId : null };
  if (baseVersion === 0) {
    const { count } = await db.policyDraft.createMany({ data: { ...data, policyId }, skipDuplicates: true });
    if (count === 1) return savedDraft(await db.policyDraft.findUniqueOrThrow({ where: { policyId } }));
  } else {
    const [saved] = await db.policyDraft.updateManyAndReturn({
      where: { policyId, version: baseVersion },
      data: { ...data, version: { increment: 1 } },
    });
    if (saved) return savedDraft(saved);
  }
  const theirs = await storedDraft(await db.policyDraft.findUnique({ where: { policyId } }));
  throw new Refused("conflict", theirs ? policiesStrings.draft.conflict : policiesStrings.draft.gone, theirs);
}

/**
 * Throws the working copy away; the version in force stays as it is.
 *
 * @throws Refused `conflict` where the draft was saved again meanwhile; `invalid` where nothing is published
 */
export async function discardPolicyDraft(
  actor: Actor,
  { baseVersion, ...address }: PolicyAddress & { baseVersion: number },
): Promise<void> {
  const { id: policyId } = await findPolicy(actor, "policies.edit", address);
  const published = await db.policyVersion.count({ where: { policyId } });
  if (published === 0) throw new Refused("invalid", policiesStrings.draft.nothingElse);
  const { count } = await db.policyDraft.deleteMany({ where: { policyId, version: baseVersion } });
  if (count === 0) throw new Refused("conflict", policiesStrings.draft.conflict);
}

type DraftRow = {
  text: string;
  version: number;
  updatedAt: Date;
  updatedById: string | null;
};

/** A draft row with the name of who saved it. */
export async function storedDraft(row: DraftRow | null): Promise<StoredDraft | null> {
  if (!row) return null;
  const nameOf = await namesOf([row.updatedById]);
  return { text: row.text, version: row.version, savedAt: row.updatedAt, savedBy: nameOf(row.updatedById) };
}

/** What of a draft row answers a save. */
export function savedDraft({ version, updatedAt }: DraftRow): SavedDraft {
  return { version, savedAt: updatedAt };
}
