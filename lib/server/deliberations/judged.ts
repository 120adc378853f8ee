import type { Plan } from "#lib/domain/deliberation/plan.ts";
import { rolesOf } from "#lib/domain/deliberation/recipe.ts";
import { isKept, Thoughts } from "#lib/domain/deliberation/thoughts.ts";
import type { Turn } from "#lib/domain/deliberation/turn.ts";
import type { JudgedView } from "#lib/domain/deliberation/view.ts";
import { scoresOf } from "#lib/domain/grading/score.ts";
import { db } from "#lib/server/database/client.ts";
import { unfitIn } from "#lib/server/grading/judges.ts";
import type { DeliberationHandle } from "./find.ts";

/** What a grading judges and what the judges said so far; null in other kinds. Callers have authorized. */
export async function judgedView(
  { id, subjectRevisionId, rivalRevisionId, isWithheld }: DeliberationHandle,
  { recipe, endpoints }: Pick<Plan, "recipe" | "endpoints">,
  said: readonly Turn[],
): Promise<JudgedView | null> {
  if (subjectRevisionId === null) return null;
  const [{ writers, projectId, ...subject }, rival, versions] = await Promise.all([
    chainOf(subjectRevisionId),
    rivalRevisionId === null ? null : chainOf(rivalRevisionId),
    db.endpointVersion.findMany({
      where: { id: { in: Object.values(endpoints) } },
      select: { id: true, model: true },
    }),
  ]);
  const models = new Map(versions.map(({ id, model }) => [id, model]));
  const scores = isWithheld ? [] : scoresOf(subject, said);
  const unfit = await unfitIn(projectId, scores.length > 0 ? [id] : []);
  const partial = [...writers, ...(rival?.writers ?? [])];
  return {
    ...subject,
    rival: rival && { ref: rival.ref, thoughts: rival.thoughts, response: rival.response },
    judges: rolesOf(recipe)
      .filter(({ key }) => key !== recipe.fallback?.key)
      .map(({ key, name }) => ({
        key,
        name,
        wroteIt: partial.includes(models.get(endpoints[key] ?? "") ?? ""),
        unfit: unfit(id, key),
      })),
    scores,
    isWithheld,
  };
}

/** What a revision says, and the models that wrote it. */
async function chainOf(revisionId: string) {
  const { record, response, erasureId, ...revision } = await db.revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: {
      thoughts: true,
      response: true,
      erasureId: true,
      record: {
        select: {
          ref: true,
          projectId: true,
          run: {
            select: {
              plan: { select: { roles: { select: { endpointVersion: { select: { model: true } } } } } },
            },
          },
        },
      },
    },
  });
  const thoughts = erasureId ? [] : Thoughts.parse(revision.thoughts).filter(isKept);
  return {
    ref: record.ref,
    projectId: record.projectId,
    thoughts: thoughts.map(({ id, text, clauses }) => ({ id, text, clauses })),
    response,
    writers: record.run?.plan.roles.map(({ endpointVersion }) => endpointVersion.model) ?? [],
  };
}
