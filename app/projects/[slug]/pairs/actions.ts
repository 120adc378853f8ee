"use server";

import { refresh, revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { Actor, ProjectAction } from "#lib/domain/access/actions.ts";
import { BlindAnswer, PairDecision } from "#lib/domain/pair/judge.ts";
import { action } from "#lib/server/action.ts";
import { unlessHeldBack } from "#lib/server/exposure/serve.ts";
import { claimPair as claim, nextPair } from "#lib/server/pairs/claim.ts";
import { makePairsOfEdits } from "#lib/server/pairs/from-people.ts";
import { answerPair as answer, decidePair as decide, undoPair as undo } from "#lib/server/pairs/judge.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

const slug = z.string();
const OfPair = z.object({ slug, pairId: z.uuid() });

async function idOf(actor: Actor, slug: string, action: ProjectAction): Promise<string> {
  const { project } = await requireProject(actor, slug, action);
  return project.id;
}

/** Makes the browser ask anew for pairs that it was at. */
function forgetPairs(): void {
  revalidatePath("/projects/[slug]/pairs/[id]", "page");
}

/** Claims the next pair and goes to it, in the same request; to the list where none is given to them. */
async function goOn(actor: Actor, slug: string, past: string | null, decided: string | null): Promise<never> {
  const projectId = await idOf(actor, slug, "records.review");
  const next = await unlessHeldBack(() => nextPair(actor, { projectId, past }));
  // What waits is counted beside every page.
  forgetPairs();
  const after = decided === null ? "" : `?after=${decided}`;
  // What is held back is said by the list.
  redirect(
    next && "id" in next ? `/projects/${slug}/pairs/${next.id}${after}` : `/projects/${slug}/pairs${after}`,
  );
}

export const startJudging = action(z.object({ slug }), ({ slug }, actor) => goOn(actor, slug, null, null));

export const nextInLine = action(z.object({ slug, past: z.uuid().nullable() }), ({ slug, past }, actor) =>
  goOn(actor, slug, past, null),
);

export const claimPair = action(OfPair, async ({ slug, pairId }, actor) => {
  await claim(actor, { projectId: await idOf(actor, slug, "records.review"), pairId });
  refresh();
});

export const answerPair = action(
  OfPair.extend({ answer: BlindAnswer }),
  async ({ slug, ...given }, actor) => {
    await answer(actor, { projectId: await idOf(actor, slug, "records.review"), ...given });
    refresh();
  },
);

export const decidePair = action(
  OfPair.extend({ decision: PairDecision }),
  async ({ slug, ...given }, actor) => {
    await decide(actor, { projectId: await idOf(actor, slug, "records.review"), ...given });
    return goOn(actor, slug, given.pairId, given.pairId);
  },
);

export const undoPair = action(OfPair, async ({ slug, pairId }, actor) => {
  await undo(actor, { projectId: await idOf(actor, slug, "records.review"), pairId });
  forgetPairs();
  redirect(`/projects/${slug}/pairs/${pairId}`);
});

export const makePairs = action(z.object({ slug }), async ({ slug }, actor) => {
  const made = await makePairsOfEdits(actor, await idOf(actor, slug, "pairs.make"));
  refresh();
  return made;
});
