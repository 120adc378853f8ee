import type { Plan } from "#lib/domain/deliberation/plan.ts";
import { rolesOf } from "#lib/domain/deliberation/recipe.ts";
import { isKept, Thoughts } from "#lib/domain/deliberation/thoughts.ts";
import type { Turn } from "#lib/domain/deliberation/turn.ts";
import type { JudgedView } from "#lib/domain/deliberation/view.ts";
import { scoresOf } from "#lib/domain/grading/score.ts";
import { db } from "#lib/server/database/client.ts";

/** What a grading judges and what the judges said so far. Callers have authorized. */
export async function judgedView(
  revisionId: string,
  { recipe, endpoints }: Pick<Plan, "recipe" | "endpoints">,
  said: readonly Turn[],
  isWithheld: boolean,
): Promise<JudgedView> {
  const revision = await db.revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: {
      thoughts: true,
      response: true,
      disposition: true,
      erasureId: true,
      record: {
        select: {
          ref: true,
          run: {
            select: {
              plan: { select: { roles: { select: { endpointVersion: { select: { model: true } } } } } },
            },
          },
        },
      },
    },
  });
  const versions = await db.endpointVersion.findMany({
    where: { id: { in: Object.values(endpoints) } },
    select: { id: true, model: true },
  });
  const thoughts = revision.erasureId ? [] : Thoughts.parse(revision.thoughts).filter(isKept);
  const writers = revision.record.run?.plan.roles.map(({ endpointVersion }) => endpointVersion.model) ?? [];
  const models = new Map(versions.map(({ id, model }) => [id, model]));
  return {
    ref: revision.record.ref,
    thoughts: thoughts.map(({ id, text, clauses }) => ({ id, text, clauses })),
    response: revision.response,
    judges: rolesOf(recipe)
      .filter(({ key }) => key !== recipe.fallback?.key)
      .map(({ key, name }) => {
        const model = models.get(endpoints[key] ?? "") ?? "";
        return { key, name, wroteIt: writers.includes(model) };
      }),
    scores: isWithheld ? [] : scoresOf({ thoughts }, said),
    isWithheld,
  };
}
