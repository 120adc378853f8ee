"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "#lib/server/action.ts";
import { markInboxRead as mark } from "#lib/server/inbox/load.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

export const markInboxRead = action(
  z.object({ slug: z.string(), until: z.coerce.date() }),
  async ({ slug, until }, actor) => {
    const { project } = await requireProject(actor, slug, "records.review");
    await mark(actor, project.id, until);
    refresh();
  },
);
