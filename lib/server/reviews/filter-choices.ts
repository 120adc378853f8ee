import type { Actor } from "#lib/domain/access/actions.ts";
import type { FilterChoices } from "#lib/domain/review/view.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { db } from "#lib/server/database/client.ts";
import { categoriesOf } from "#lib/server/prompts/categories.ts";

/**
 * What the lists of a project can be narrowed by: policies with their clauses, categories of prompts, and for those who
 * may read runs the models that had a part in them.
 *
 * @param readsRuns whether the actor may read runs
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadFilterChoices(
  actor: Actor,
  projectId: string,
  { readsRuns }: { readsRuns: boolean },
): Promise<FilterChoices> {
  await authorize(actor, readsRuns ? "runs.read" : "project.read", { projectId });
  const [policies, categories, models] = await Promise.all([
    db.policy.findMany({
      where: { projectId, versions: { some: {} } },
      orderBy: { number: "asc" },
      select: {
        number: true,
        versions: { orderBy: { version: "desc" }, take: 1, select: { title: true } },
        clauses: { orderBy: { number: "asc" }, select: { number: true } },
      },
    }),
    categoriesOf(projectId),
    readsRuns ? modelsOf(projectId) : [],
  ]);
  return {
    policies: policies.map(({ number, versions: [newest], clauses }) => ({
      number,
      title: newest?.title ?? "",
      clauses: clauses.map((clause) => `${number}.${clause.number}`),
    })),
    categories,
    models,
  };
}

async function modelsOf(projectId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ model: string }[]>`
    select distinct v.model from runs w join plan_roles k on k.plan_id = w.plan_id
    join endpoint_versions v on v.id = k.endpoint_version_id
    where w.project_id = ${projectId}::uuid and w.opens_reviews order by 1`;
  return rows.map(({ model }) => model);
}
