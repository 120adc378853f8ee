import type { Actor } from "#lib/domain/access/actions.ts";
import { Recipe } from "#lib/domain/deliberation/recipe.ts";
import { Refused } from "#lib/domain/errors.ts";
import { recipePageStrings as strings } from "#lib/domain/strings/recipe-pages.ts";
import { appendAudit } from "#lib/server/audit/append.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { RecipeHandle } from "./find.ts";

/** `isNew` is false where the newest version says the same already. */
export type SavedVersion = { id: string; versionId: string; version: number; isNew: boolean };

/**
 * Appends a version, unless the newest says the same. Callers have authorized.
 *
 * @param basedOn the version that the newest must still be
 * @throws Refused `conflict` where it is not, or where the recipe is of another kind
 */
export async function appendVersion(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { id, projectId, name }: RecipeHandle,
  body: Recipe,
  basedOn?: number,
): Promise<SavedVersion> {
  // Two saves at once take turns.
  await tx.$queryRaw`select id from recipes where id = ${id}::uuid for update`;
  const newest = await tx.recipeVersion.findFirst({
    where: { recipeId: id },
    orderBy: { version: "desc" },
    select: { id: true, version: true, kind: true, body: true },
  });
  if (newest && newest.kind !== body.kind) throw new Refused("conflict", strings.otherKind(name));
  if (newest && saysTheSame(newest.body, body)) {
    return { id, versionId: newest.id, version: newest.version, isNew: false };
  }
  if (basedOn !== undefined && newest && newest.version !== basedOn) {
    throw new Refused("conflict", strings.changedMeanwhile(newest.version));
  }
  const made = await tx.recipeVersion.create({
    data: {
      recipeId: id,
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
    objectId: id,
    detail: { name, version: made.version },
  });
  return { id, versionId: made.id, version: made.version, isNew: true };
}

/** Both as the schema reads them: the order of keys and what an old version left out do not count. */
function saysTheSame(stored: unknown, body: Recipe): boolean {
  const known = Recipe.safeParse(stored);
  return known.success && JSON.stringify(known.data) === JSON.stringify(Recipe.parse(body));
}
