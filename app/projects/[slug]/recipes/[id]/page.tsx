import type { Metadata } from "next";
import { addressNumber } from "#app/address-number.ts";
import { load } from "#app/load.ts";
import { archiveRecipe, dryRunRecipe } from "#app/projects/[slug]/recipes/actions.ts";
import { DryRunPanel } from "#components/recipes/dry-run-panel.tsx";
import { RecipeActions } from "#components/recipes/recipe-actions.tsx";
import { RecipeRoles } from "#components/recipes/recipe-roles.tsx";
import { RecipeVersions } from "#components/recipes/recipe-versions.tsx";
import { DescriptionList, Fact } from "#components/ui/description-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { can } from "#lib/domain/access/can.ts";
import { settingsOf } from "#lib/domain/recipe/changes.ts";
import { describeRecipe } from "#lib/domain/recipe/describe.ts";
import { recipePageStrings as strings } from "#lib/domain/strings/recipe-pages.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { firstPromptOf } from "#lib/server/prompts/first.ts";
import { loadRecipe } from "#lib/server/recipes/load.ts";

export const metadata: Metadata = { title: strings.title };

export default async function RecipePage({
  params,
  searchParams,
}: PageProps<"/projects/[slug]/recipes/[id]">) {
  const [actor, { slug, id }, query] = await Promise.all([requireActor(), params, searchParams]);
  const version = typeof query.version === "string" ? addressNumber(query.version) : null;
  const { recipe, role, firstPrompt } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "recipes.read");
    const [recipe, firstPrompt] = await Promise.all([
      loadRecipe(actor, project.id, id, version),
      firstPromptOf(actor, project.id),
    ]);
    return { role, recipe, firstPrompt };
  });
  const base = `/projects/${slug}`;
  const href = `${base}/recipes/${recipe.id}`;
  return (
    <>
      <PageHeader
        title={recipe.name}
        meta={
          <>
            <b>{strings.versionOf(recipe.version, recipe.newest)}</b>
            <span>{strings.kind[recipe.body.kind]}</span>
          </>
        }
        description={describeRecipe(recipe.body)}
        actions={
          <RecipeActions
            recipe={recipe}
            base={base}
            archive={can(actor, "recipes.edit", role) ? archiveRecipe : null}
          />
        }
      />
      {recipe.archived ? <Notice className="mb-6">{strings.archivedNotice}</Notice> : null}
      {recipe.version === recipe.newest ? null : (
        <Notice className="mb-6" action={<TextLink href={href}>{strings.showNewest}</TextLink>}>
          {strings.older(recipe.newest)}
        </Notice>
      )}
      <Section title={strings.roles}>
        <RecipeRoles recipe={recipe.body} />
      </Section>
      <Section title={strings.settings}>
        <DescriptionList className="max-w-2xl">
          {settingsOf(recipe.body).map(({ term, value }) => (
            <Fact key={term} term={term}>
              {value}
            </Fact>
          ))}
        </DescriptionList>
      </Section>
      <Section title={strings.dryRun.title}>
        <DryRunPanel slug={slug} recipe={recipe.body} firstPrompt={firstPrompt} dryRun={dryRunRecipe} />
      </Section>
      <Section title={strings.versions}>
        <RecipeVersions recipe={recipe} href={href} />
      </Section>
    </>
  );
}
