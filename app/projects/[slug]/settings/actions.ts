"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { ProjectSettings } from "#lib/domain/project/settings.ts";
import { action } from "#lib/server/action.ts";
import { saveSettings } from "#lib/server/projects/settings.ts";

export const saveProjectSettings = action(
  ProjectSettings.extend({ slug: z.string() }),
  async ({ slug, ...settings }, actor) => {
    await saveSettings(actor, slug, settings);
    refresh();
  },
);
