import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { createRecipe, dryRunRecipe } from "#app/projects/[slug]/recipes/actions.ts";
import { RecipeEditor } from "#components/recipes/recipe-editor.tsx";
import { StartFrom } from "#components/recipes/start-from.tsx";
import { ReadingPage } from "#components/shell/page-layout.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { builtInRecipes } from "#lib/domain/deliberation/built-in-recipes.ts";
import type { Recipe } from "#lib/domain/deliberation/recipe.ts";
import { recipePageStrings as strings } from "#lib/domain/strings/recipe-pages.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { policiesInForce } from "#lib/server/policies/in-force.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { firstPromptOf } from "#lib/server/prompts/first.ts";
import { listRecipes } from "#lib/server/recipes/list.ts";

export const metadata: Metadata = { title: strings.newTitle };

type Start = { key: string; name: string; recipe: Recipe; builtIn: boolean };

export default async function NewRecipePage({
  params,
  searchParams,
}: PageProps<"/projects/[slug]/recipes/new">) {
  const [actor, { slug }, { from }] = await Promise.all([requireActor(), params, searchParams]);
  const { recipes, policies, firstPrompt } = await load(async () => {
    const { project } = await requireProject(actor, slug, "recipes.edit");
    const [recipes, policies, firstPrompt] = await Promise.all([
      listRecipes(actor, project.id),
      policiesInForce(actor, project.id),
      firstPromptOf(actor, project.id),
    ]);
    return { recipes, policies, firstPrompt };
  });
  const starts: Start[] = [
    ...Object.entries(builtInRecipes).map(([key, recipe]) => ({
      key,
      name: recipe.name,
      recipe,
      builtIn: true,
    })),
    ...recipes.map(({ id, name, body }) => ({ key: id, name, recipe: body, builtIn: false })),
  ];
  const start = starts.find(({ key }) => key === from);
  return (
    <ReadingPage>
      <PageHeader title={strings.newTitle} description={start ? undefined : strings.startFrom} />
      {start ? (
        <RecipeEditor
          initial={{ ...start.recipe, name: start.builtIn ? "" : strings.copyOf(start.name) }}
          slug={slug}
          policies={policies}
          firstPrompt={firstPrompt}
          dryRun={dryRunRecipe}
          next={null}
          save={createRecipe}
          target={{ slug }}
        />
      ) : (
        <StartFrom starts={starts} href={`/projects/${slug}/recipes/new`} />
      )}
    </ReadingPage>
  );
}
