"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "#lib/server/action.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { setAside } from "#lib/server/prompts/set-aside.ts";

/** Sets a prompt aside for evaluation. */
export const setPromptAside = action(
  z.object({ slug: z.string(), number: z.int().positive() }),
  async ({ slug, number }, actor) => {
    const { project } = await requireProject(actor, slug, "prompts.import");
    await setAside(actor, project.id, number);
    refresh();
  },
);
