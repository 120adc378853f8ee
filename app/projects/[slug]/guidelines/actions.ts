"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { action } from "#lib/server/action.ts";
import { DraftSave } from "#lib/server/policies/draft.ts";
import {
  discardGuidelinesDraft,
  PublishGuidelinesRequest,
  publishGuidelines as publish,
  saveGuidelinesDraft,
} from "#lib/server/policies/guidelines.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

const InProject = z.object({ slug: z.string() });

export const saveDraft = action(InProject.extend(DraftSave.shape), async ({ slug, ...save }, actor) => {
  const { project } = await requireProject(actor, slug, "policies.edit");
  return saveGuidelinesDraft(actor, { ...save, projectId: project.id });
});

export const discardDraft = action(
  InProject.extend({ baseVersion: z.int().positive() }),
  async ({ slug, baseVersion }, actor) => {
    const { project } = await requireProject(actor, slug, "policies.edit");
    await discardGuidelinesDraft(actor, { projectId: project.id, baseVersion });
    revalidatePath("/projects/[slug]/guidelines", "layout");
  },
);

export const publishGuidelines = action(
  InProject.extend(PublishGuidelinesRequest.shape),
  async ({ slug, draftVersion }, actor) => {
    const { project } = await requireProject(actor, slug, "policies.publish");
    const done = await publish(actor, { projectId: project.id, draftVersion });
    revalidatePath("/projects/[slug]", "layout");
    return done;
  },
);
