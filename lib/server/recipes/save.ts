import type { Actor } from "#lib/domain/access/actions.ts";
import type { Recipe } from "#lib/domain/deliberation/recipe.ts";
import { authorize } from "#lib/server/access/authorize.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";

/**
 * Stores a recipe as the next version of the project's recipe of that name. Saving what the newest version
 * already says makes no new one.
 *
 * @throws Refused `not_found`, `forbidden`
 */
export async function saveRecipe(
  actor: Actor,
  projectId: string,
  body: Recipe,
): Promise<{ versionId: string; version: number }> {
  await authorize(actor, "runs.start", { projectId });
  return db.$transaction(async (tx) => {
    const recipe = await tx.recipe.upsert({
      where: { projectId_name: { projectId, name: body.name } },
      create: { projectId, name: body.name },
      update: {},
      select: { id: true },
    });
    // Two saves at once take turns.
    await tx.$queryRaw`select id from recipes where id = ${recipe.id}::uuid for update`;
    const newest = await tx.recipeVersion.findFirst({
      where: { recipeId: recipe.id },
      orderBy: { version: "desc" },
      select: { id: true, version: true, body: true },
    });
    if (newest && sameJson(newest.body, body)) return { versionId: newest.id, version: newest.version };
    const made = await tx.recipeVersion.create({
      data: {
        recipeId: recipe.id,
        createdById: actor.kind === "person" ? actor.userId : null,
        version: (newest?.version ?? 0) + 1,
        kind: body.kind,
        body,
      },
      select: { id: true, version: true },
    });
    await appendAudit(tx, {
      actor,
      projectId,
      action: "recipe.save",
      objectKind: "recipe",
      objectId: recipe.id,
      detail: { name: body.name, version: made.version },
    });
    return { versionId: made.id, version: made.version };
  });
}

/** Equal but for the order of keys, which jsonb does not keep. */
function sameJson(one: unknown, other: unknown): boolean {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, sorted(inner)]),
    );
  };
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}
