import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { RecipesTable } from "#components/recipes/recipes-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/domain/access/can.ts";
import { recipePageStrings as strings } from "#lib/domain/strings/recipe-pages.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { listRecipes } from "#lib/server/recipes/list.ts";

export const metadata: Metadata = { title: strings.title };

export default async function RecipesPage({ params }: PageProps<"/projects/[slug]/recipes">) {
  const [actor, { slug }] = await Promise.all([requireActor(), params]);
  const { recipes, role } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "recipes.read");
    return { role, recipes: await listRecipes(actor, project.id) };
  });
  const href = `/projects/${slug}/recipes`;
  const mayEdit = can(actor, "recipes.edit", role);
  const actions = mayEdit ? (
    <>
      <LinkButton href={`${href}/import`}>{strings.import}</LinkButton>
      <LinkButton variant="primary" href={`${href}/new`}>
        {strings.newRecipe}
      </LinkButton>
    </>
  ) : null;
  return (
    <>
      <PageHeader
        title={strings.title}
        description={strings.description}
        actions={recipes.length > 0 && actions}
      />
      {recipes.length === 0 ? (
        <EmptyState title={strings.emptyTitle} action={actions}>
          {mayEdit ? strings.emptyText : strings.emptyReader}
        </EmptyState>
      ) : (
        <RecipesTable recipes={recipes} href={href} />
      )}
    </>
  );
}
