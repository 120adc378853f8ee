import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { importRecipe } from "#app/projects/[slug]/recipes/actions.ts";
import { ImportRecipe } from "#components/recipes/import-recipe.tsx";
import { ReadingPage } from "#components/shell/page-layout.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { recipePageStrings as strings } from "#lib/domain/strings/recipe-pages.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

export const metadata: Metadata = { title: strings.importTitle };

export default async function ImportRecipePage({ params }: PageProps<"/projects/[slug]/recipes/import">) {
  const [actor, { slug }] = await Promise.all([requireActor(), params]);
  await load(() => requireProject(actor, slug, "recipes.edit"));
  return (
    <ReadingPage>
      <PageHeader title={strings.importTitle} description={strings.importDescription} />
      <ImportRecipe slug={slug} save={importRecipe} />
    </ReadingPage>
  );
}
