import { Recipe, rolesOf } from "#lib/domain/deliberation/recipe.ts";
import { dimensions } from "#lib/domain/grading/dimension.ts";
import { Evidence, type Score } from "#lib/domain/grading/score.ts";
import type { HistoryLine } from "#lib/domain/review/view.ts";
import { db } from "#lib/server/database/client.ts";
import { unfitIn } from "#lib/server/grading/judges.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** What judges said of a record's revisions, for those who may know what others said. Erased scores are left out. */
export async function loadGradings(recordId: string, projectId: string): Promise<HistoryLine[]> {
  const rows = await db.score.findMany({
    where: { revision: { recordId }, judge: { not: null }, erasureId: null },
    select: selection,
  });
  const ids = [...new Set(rows.flatMap(({ deliberationId }) => deliberationId ?? []))];
  const gradings = await db.deliberation.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      finishedAt: true,
      createdAt: true,
      run: { select: { plan: { select: { recipeVersion: { select: { body: true } } } } } },
    },
  });
  const unfit = await unfitIn(projectId, ids);
  return gradings.map(({ id, finishedAt, createdAt, run }) => {
    const scores = rows.filter(({ deliberationId }) => deliberationId === id);
    const judges = rolesOf(Recipe.parse(run.plan.recipeVersion.body));
    return {
      kind: "scored",
      at: (finishedAt ?? createdAt).toISOString(),
      grading: {
        revision: scores[0]?.revision.number ?? 1,
        judges: Object.fromEntries(judges.map(({ key, name }) => [key, name])),
        unfit: Object.fromEntries(judges.map(({ key }) => [key, unfit(id, key)])),
        scores: scores.flatMap(scoreFrom),
      },
    };
  });
}

const selection = {
  deliberationId: true,
  judge: true,
  dimension: true,
  value: true,
  evidence: true,
  revision: { select: { number: true } },
} as const satisfies Prisma.ScoreSelect;

function scoreFrom(row: Prisma.ScoreGetPayload<{ select: typeof selection }>): Score[] {
  const dimension = dimensions.find((one) => one === row.dimension);
  if (!dimension || row.judge === null) return [];
  return [{ judge: row.judge, dimension, value: row.value, evidence: Evidence.parse(row.evidence) }];
}
