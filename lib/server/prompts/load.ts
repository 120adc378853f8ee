import type { Actor } from "#lib/domain/access/actions.ts";
import { can } from "#lib/domain/access/can.ts";
import { Refused } from "#lib/domain/errors.ts";
import { PromptMessages } from "#lib/domain/prompt/prompt.ts";
import type { PromptView } from "#lib/domain/prompt/view.ts";
import { shownStatus } from "#lib/domain/record/shown-status.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { unsettledIn } from "#lib/server/reviews/unsettled.ts";

/** How many deliberations and records of a prompt its page lists, newest first. */
const listed = 50;

/**
 * A prompt with where it came from and what became of it.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadPrompt(actor: Actor, projectId: string, number: number): Promise<PromptView> {
  const role = await authorize(actor, "prompts.read", { projectId });
  const mayReview = can(actor, "records.review", role);
  const prompt = await db.prompt.findUnique({
    where: { projectId_number: { projectId, number } },
    include: {
      import: { select: { number: true } },
      erasure: { select: { reason: true, at: true } },
      records: {
        where: { planted: false },
        select: { id: true, ref: true, status: true, synthetic: true },
        orderBy: { id: "desc" },
        take: listed,
      },
      deliberations: {
        orderBy: { id: "desc" },
        take: listed,
        select: {
          outcome: true,
          run: {
            select: {
              number: true,
              synthetic: true,
              plan: { select: { recipeVersion: { select: { recipe: { select: { name: true } } } } } },
            },
          },
        },
      },
    },
  });
  if (!prompt) throw new Refused("not_found", accessStrings.notFound);
  const unsettled = await unsettledIn(projectId);
  return {
    id: prompt.id,
    number: prompt.number,
    messages: prompt.erasure ? [] : PromptMessages.parse(prompt.messages),
    severity: prompt.severity,
    category: prompt.category,
    subcategory: prompt.subcategory,
    dataSet: prompt.dataSet,
    sourceRow: prompt.sourceRow,
    licence: prompt.licence,
    importNumber: prompt.import?.number ?? null,
    createdAt: prompt.createdAt.toISOString(),
    evaluation: prompt.evaluation,
    erased: prompt.erasure && { reason: prompt.erasure.reason, at: prompt.erasure.at.toISOString() },
    deliberations: prompt.deliberations.map(({ outcome, run }) => ({
      ref: `${run.number}.${prompt.number}`,
      runNumber: run.number,
      recipe: run.plan.recipeVersion.recipe.name,
      outcome,
      synthetic: run.synthetic,
    })),
    records: prompt.records.map(({ id, status, ...record }) => ({
      ...record,
      status: shownStatus(status, { mayReview, unsettled: unsettled.has(id) }),
    })),
  };
}
