import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { dryRunRecipe, publishRecipe } from "#app/projects/[slug]/recipes/actions.ts";
import { RecipeEditor } from "#components/recipes/recipe-editor.tsx";
import { ReadingPage } from "#components/shell/page-layout.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { recipePageStrings as strings } from "#lib/domain/strings/recipe-pages.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { policiesInForce } from "#lib/server/policies/in-force.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { firstPromptOf } from "#lib/server/prompts/first.ts";
import { loadRecipe } from "#lib/server/recipes/load.ts";

export const metadata: Metadata = { title: strings.edit };

export default async function EditRecipePage({ params }: PageProps<"/projects/[slug]/recipes/[id]/edit">) {
  const [actor, { slug, id }] = await Promise.all([requireActor(), params]);
  const { recipe, policies, firstPrompt } = await load(async () => {
    const { project } = await requireProject(actor, slug, "recipes.edit");
    const [recipe, policies, firstPrompt] = await Promise.all([
      loadRecipe(actor, project.id, id),
      policiesInForce(actor, project.id),
      firstPromptOf(actor, project.id),
    ]);
    return { recipe, policies, firstPrompt };
  });

  return (
    <ReadingPage>
      <PageHeader title={strings.editTitle(recipe.name)} description={strings.editDescription} />
      <RecipeEditor
        initial={recipe.body}
        slug={slug}
        policies={policies}
        firstPrompt={firstPrompt}
        dryRun={dryRunRecipe}
        next={recipe.newest + 1}
        save={publishRecipe}
        target={{ recipeId: recipe.id, basedOn: recipe.version }}
      />
    </ReadingPage>
  );
}
