"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { ExposureChoices } from "#lib/domain/exposure/choices.ts";
import { action } from "#lib/server/action.ts";
import { saveChoices } from "#lib/server/exposure/ledger.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

export const saveExposureChoices = action(
  ExposureChoices.extend({ slug: z.string() }),
  async ({ slug, ...choices }, actor) => {
    const { project } = await requireProject(actor, slug, "records.review");
    await saveChoices(actor, project.id, choices);
    refresh();
  },
);
