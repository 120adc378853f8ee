"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { NewBatch } from "#lib/domain/review/batch.ts";
import { BulkOrder, BulkQuestion } from "#lib/domain/review/bulk.ts";
import { NewView, ViewName } from "#lib/domain/review/saved-view.ts";
import { action } from "#lib/server/action.ts";
import { createBatch } from "#lib/server/batches/create.ts";
import { cancelBatch as cancel } from "#lib/server/batches/end.ts";
import { applyBulk as apply } from "#lib/server/bulk/apply.ts";
import { previewBulk as preview } from "#lib/server/bulk/preview.ts";
import { undoBulk as undo } from "#lib/server/bulk/undo.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { freeClaim as free } from "#lib/server/reviews/held-claims.ts";
import * as views from "#lib/server/reviews/saved-views.ts";

const slug = z.string();
const Key = z.object({ slug, id: z.uuid() });

function showAnew(): void {
  revalidatePath("/projects/[slug]/review", "page");
  revalidatePath("/projects/[slug]/review/batches", "page");
}

export const saveView = action(NewView.extend({ slug }), async ({ slug, ...view }, actor) => {
  const { project } = await requireProject(actor, slug, "project.read");
  await views.saveView(actor, project.id, view);
  showAnew();
});

export const renameView = action(Key.extend({ name: ViewName }), async ({ slug, ...view }, actor) => {
  const { project } = await requireProject(actor, slug, "project.read");
  await views.renameView(actor, project.id, view);
  showAnew();
});

export const dropView = action(Key, async ({ slug, id }, actor) => {
  const { project } = await requireProject(actor, slug, "project.read");
  await views.dropView(actor, project.id, id);
  showAnew();
});

export const setDefaultView = action(Key.extend({ id: z.uuid().nullable() }), async ({ slug, id }, actor) => {
  const { project } = await requireProject(actor, slug, "project.read");
  await views.setDefaultView(actor, project.id, id);
  showAnew();
});

export const makeBatch = action(NewBatch.extend({ slug }), async ({ slug, ...batch }, actor) => {
  const { project } = await requireProject(actor, slug, "records.assign");
  const made = await createBatch(actor, project.id, batch);
  showAnew();
  return made;
});

export const cancelBatch = action(Key, async ({ slug, id }, actor) => {
  const { project } = await requireProject(actor, slug, "records.assign");
  await cancel(actor, project.id, id);
  showAnew();
});

export const freeClaim = action(z.object({ slug, reviewId: z.uuid() }), async ({ slug, reviewId }, actor) => {
  const { project } = await requireProject(actor, slug, "records.assign");
  await free(actor, project.id, reviewId);
  showAnew();
});

export const previewBulk = action(BulkQuestion.extend({ slug }), async ({ slug, ...question }, actor) => {
  const { project } = await requireProject(actor, slug, "records.withdraw");
  return preview(actor, project.id, question);
});

export const applyBulk = action(BulkOrder.extend({ slug }), async ({ slug, ...order }, actor) => {
  const { project } = await requireProject(actor, slug, "records.withdraw");
  const done = await apply(actor, project.id, order);
  showAnew();
  return done;
});

export const undoBulk = action(Key, async ({ slug, id }, actor) => {
  const { project } = await requireProject(actor, slug, "records.withdraw");
  const undone = await undo(actor, project.id, id);
  showAnew();
  return undone;
});
