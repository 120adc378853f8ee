"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { Actor, ProjectAction } from "#lib/domain/access/actions.ts";
import { action } from "#lib/server/action.ts";
import { archivePolicy as archive, restorePolicy as restore } from "#lib/server/policies/archive.ts";
import { createPolicy as create } from "#lib/server/policies/create.ts";
import { DraftSave, discardPolicyDraft, savePolicyDraft } from "#lib/server/policies/draft.ts";
import { PublishRequest, publishPolicy as publish } from "#lib/server/policies/publish.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { setGapClosed as setClosed } from "#lib/server/reviews/gaps.ts";

const InProject = z.object({ slug: z.string() });
const OnePolicy = InProject.extend({ number: z.int().positive() });

export const createPolicy = action(InProject, async ({ slug }, actor) => {
  const created = await create(actor, { projectId: await projectId(actor, slug, "policies.edit") });
  revalidate();
  return created;
});

// Saving revalidates nothing: the editor would lose its place, and drafts are read anew when pages open.
export const saveDraft = action(OnePolicy.extend(DraftSave.shape), async ({ slug, ...save }, actor) =>
  savePolicyDraft(actor, { ...save, projectId: await projectId(actor, slug, "policies.edit") }),
);

export const discardDraft = action(
  OnePolicy.extend({ baseVersion: z.int().positive() }),
  async ({ slug, ...draft }, actor) => {
    await discardPolicyDraft(actor, { ...draft, projectId: await projectId(actor, slug, "policies.edit") });
    revalidate();
  },
);

export const publishPolicy = action(
  OnePolicy.extend(PublishRequest.shape),
  async ({ slug, ...request }, actor) => {
    const done = await publish(actor, {
      ...request,
      projectId: await projectId(actor, slug, "policies.publish"),
    });
    revalidate();
    return done;
  },
);

export const archivePolicy = action(OnePolicy, async ({ slug, number }, actor) => {
  const done = await archive(actor, { number, projectId: await projectId(actor, slug, "policies.publish") });
  revalidate();
  return done;
});

export const restorePolicy = action(OnePolicy, async ({ slug, number }, actor) => {
  await restore(actor, { number, projectId: await projectId(actor, slug, "policies.publish") });
  revalidate();
});

export const setGapClosed = action(
  InProject.extend({ reviewId: z.uuid(), closed: z.boolean() }),
  async ({ slug, ...gap }, actor) => {
    await setClosed(actor, { ...gap, projectId: await projectId(actor, slug, "policies.edit") });
    revalidate();
  },
);

async function projectId(actor: Actor, slug: string, permission: ProjectAction): Promise<string> {
  return (await requireProject(actor, slug, permission)).project.id;
}

function revalidate(): void {
  revalidatePath("/projects/[slug]", "layout");
}
