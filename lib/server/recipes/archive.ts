import type { Actor } from "#lib/domain/access/actions.ts";
import { Refused } from "#lib/domain/errors.ts";
import { recipePageStrings as strings } from "#lib/domain/strings/recipe-pages.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import { db } from "#lib/server/database/client.ts";
import { findRecipe } from "./find.ts";

/**
 * Takes a recipe out of the choices of new runs, or puts it back. Its versions stay; runs that use them go on.
 *
 * @throws Refused `conflict` where it is so already; `not_found`, `forbidden`
 */
export async function archiveRecipe(actor: Actor, id: string, archived: boolean): Promise<void> {
  const { projectId, name } = await findRecipe(actor, "recipes.edit", id);
  await db.$transaction(async (tx) => {
    const { count } = await tx.recipe.updateMany({
      where: { id, archivedAt: archived ? null : { not: null } },
      data: { archivedAt: archived ? new Date() : null },
    });
    if (count === 0) throw new Refused("conflict", strings.alreadySo(archived));
    const action = archived ? "recipe.archive" : "recipe.restore";
    await appendAudit(tx, { actor, projectId, action, objectKind: "recipe", objectId: id, detail: { name } });
  });
}
