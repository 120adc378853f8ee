"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { Mapping } from "#lib/domain/import/mapping.ts";
import { action } from "#lib/server/action.ts";
import { cancelImport, confirmImport } from "#lib/server/imports/confirm.ts";
import { remapImport } from "#lib/server/imports/remap.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

const Which = z.object({ slug: z.string(), number: z.int().positive() });

function refresh() {
  revalidatePath("/projects/[slug]/imports/[number]", "page");
}

export const remap = action(Which.extend({ mapping: Mapping }), async ({ slug, number, mapping }, actor) => {
  const { project } = await requireProject(actor, slug, "prompts.import");
  await remapImport(actor, project.id, number, mapping);
  refresh();
});

export const confirm = action(
  Which.extend({ leaveOutFaulty: z.boolean() }),
  async ({ slug, number, leaveOutFaulty }, actor) => {
    const { project } = await requireProject(actor, slug, "prompts.import");
    await confirmImport(actor, project.id, number, { leaveOutFaulty });
    refresh();
  },
);

export const cancel = action(Which, async ({ slug, number }, actor) => {
  const { project } = await requireProject(actor, slug, "prompts.import");
  await cancelImport(actor, project.id, number);
  refresh();
});
