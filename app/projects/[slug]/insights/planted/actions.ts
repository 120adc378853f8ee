"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { PlantedPercent, Planting } from "#lib/domain/insights/planted.ts";
import { action } from "#lib/server/action.ts";
import { setPlantedPercent } from "#lib/server/planted/load.ts";
import { plantRecord as plant, withdrawPlanted } from "#lib/server/planted/plant.ts";
import { loadPlantSource } from "#lib/server/planted/source.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

const slug = z.string();

export const savePlantedPercent = action(
  z.object({ slug, percent: PlantedPercent }),
  async ({ slug, percent }, actor) => {
    const { project } = await requireProject(actor, slug, "records.plant");
    await setPlantedPercent(actor, project.id, percent);
    refresh();
  },
);

/** Checks that a record can be planted, and shows its thoughts to write a flaw into. */
export const chooseSource = action(
  Planting.pick({ ref: true }).extend({ slug }),
  async ({ slug, ref }, actor) => {
    const { project } = await requireProject(actor, slug, "records.plant");
    await loadPlantSource(actor, project.id, ref);
    redirect(`/projects/${slug}/insights/planted?from=${encodeURIComponent(ref)}`);
  },
);

export const plantRecord = action(Planting.extend({ slug }), async ({ slug, ...planting }, actor) => {
  const { project } = await requireProject(actor, slug, "records.plant");
  await plant(actor, project.id, planting);
  redirect(`/projects/${slug}/insights/planted`);
});

export const takeOutPlanted = action(z.object({ slug, ref: z.string() }), async ({ slug, ref }, actor) => {
  const { project } = await requireProject(actor, slug, "records.plant");
  await withdrawPlanted(actor, project.id, ref);
  refresh();
});
