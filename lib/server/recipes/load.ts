import type { Actor } from "#lib/domain/access/actions.ts";
import { Recipe } from "#lib/domain/deliberation/recipe.ts";
import { Refused } from "#lib/domain/errors.ts";
import { changesBetween } from "#lib/domain/recipe/changes.ts";
import type { RecipeView } from "#lib/domain/recipe/view.ts";
import { accessStrings } from "#lib/domain/strings/access.ts";
import { db } from "#lib/server/database/client.ts";
import { namesOf } from "#lib/server/policies/names.ts";
import { findRecipe } from "./find.ts";

/**
 * A version of a recipe, and what changed from each of its versions to the next.
 *
 * @param wanted number of the version; the newest where it is null
 * @throws Refused `not_found`, `forbidden`
 */
export async function loadRecipe(
  actor: Actor,
  projectId: string,
  id: string,
  wanted: number | null = null,
): Promise<RecipeView> {
  const { name, ...found } = await findRecipe(actor, "recipes.read", id);
  if (found.projectId !== projectId) throw new Refused("not_found", accessStrings.notFound);
  const { archivedAt, versions } = await db.recipe.findUniqueOrThrow({
    where: { id },
    select: {
      archivedAt: true,
      versions: {
        orderBy: { version: "desc" },
        select: {
          id: true,
          version: true,
          body: true,
          createdAt: true,
          createdById: true,
          _count: { select: { plans: true } },
        },
      },
    },
  });
  const read = versions.map((version) => ({ ...version, body: Recipe.parse(version.body) }));
  const shown = wanted === null ? read[0] : read.find(({ version }) => version === wanted);
  if (!shown) throw new Refused("not_found", accessStrings.notFound);
  const nameOf = await namesOf(read.map(({ createdById }) => createdById));
  return {
    id,
    name,
    archived: archivedAt !== null,
    version: shown.version,
    newest: read[0]?.version ?? shown.version,
    versionId: shown.id,
    body: shown.body,
    versions: read.map(({ version, body, createdAt, createdById, _count }, index) => {
      const before = read[index + 1]?.body;
      return {
        version,
        by: nameOf(createdById),
        at: createdAt.toISOString(),
        runs: _count.plans,
        changes: before ? changesBetween(before, body) : [],
      };
    }),
  };
}
