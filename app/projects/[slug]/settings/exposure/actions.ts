"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { ExposureSettings } from "#lib/domain/exposure/settings.ts";
import { action } from "#lib/server/action.ts";
import { saveExposureSettings as save } from "#lib/server/exposure/settings.ts";

export const saveExposureSettings = action(
  ExposureSettings.extend({ slug: z.string() }),
  async ({ slug, ...settings }, actor) => {
    await save(actor, slug, settings);
    refresh();
  },
);
