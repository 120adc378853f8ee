"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { SnapshotFilter } from "#lib/domain/export/filter.ts";
import { Format } from "#lib/domain/export/formats.ts";
import { action } from "#lib/server/action.ts";
import { contaminationOfFilter } from "#lib/server/data-sets/contamination.ts";
import { createSnapshot as create, NewSnapshot } from "#lib/server/data-sets/create.ts";
import { currentManifest } from "#lib/server/data-sets/current-manifest.ts";
import { previewSnapshot as preview } from "#lib/server/data-sets/preview.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

const InProject = z.object({ slug: z.string() });

export const previewSnapshot = action(
  InProject.extend({ filter: SnapshotFilter }),
  async ({ slug, filter }, actor) => {
    const { project } = await requireProject(actor, slug, "dataSets.read");
    return preview(actor, { projectId: project.id, filter });
  },
);

export const checkContamination = action(
  InProject.extend({ filter: SnapshotFilter }),
  async ({ slug, filter }, actor) => {
    const { project } = await requireProject(actor, slug, "dataSets.read");
    return contaminationOfFilter(actor, { projectId: project.id, filter });
  },
);

export const createSnapshot = action(
  InProject.extend(NewSnapshot.shape),
  async ({ slug, ...snapshot }, actor) => {
    const { project } = await requireProject(actor, slug, "dataSets.release");
    const created = await create(actor, { ...snapshot, projectId: project.id });
    revalidatePath("/projects/[slug]", "layout");
    return created;
  },
);

export const releaseSnapshot = action(
  z.object({ snapshotId: z.uuid(), format: Format }),
  async ({ snapshotId, format }, actor) => {
    const { file } = await currentManifest(actor, snapshotId, format);
    revalidatePath("/projects/[slug]", "layout");
    return { file };
  },
);
