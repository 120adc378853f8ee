"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { ReviewDraft } from "#lib/domain/review/draft.ts";
import { action } from "#lib/server/action.ts";
import { adjudicate as decide } from "#lib/server/adjudications/adjudicate.ts";
import { nextDispute } from "#lib/server/adjudications/list.ts";
import { undoAdjudication as undo } from "#lib/server/adjudications/undo.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

const Ruling = z.object({ slug: z.string(), ref: z.string(), roundId: z.uuid(), content: ReviewDraft });

/** Decides a record and goes on to the next one, in the same request; to the list where none is left. */
export const adjudicate = action(Ruling, async ({ slug, ...ruling }, actor) => {
  const { project } = await requireProject(actor, slug, "records.adjudicate");
  await decide(actor, project.id, ruling);
  const next = await nextDispute(actor, project.id);
  // The frame around the page counts what waits: it must not go on showing the number from before.
  revalidatePath("/projects/[slug]", "layout");
  redirect(next ? `/projects/${slug}/adjudication/${next}` : `/projects/${slug}/adjudication?done`);
});

export const undoAdjudication = action(
  z.object({ slug: z.string(), roundId: z.uuid() }),
  async ({ slug, roundId }, actor) => {
    const { project } = await requireProject(actor, slug, "records.adjudicate");
    const { ref } = await undo(actor, project.id, roundId);
    revalidatePath("/projects/[slug]/adjudication/[ref]", "page");
    redirect(`/projects/${slug}/adjudication/${ref}`);
  },
);
