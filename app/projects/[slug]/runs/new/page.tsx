import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { forecastRunAction, startRunAction } from "#app/projects/[slug]/runs/actions.ts";
import { NewRunForm } from "#components/runs/new-run-form.tsx";
import { ReadingPage } from "#components/shell/page-layout.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { firstChoice } from "#lib/domain/run/first-choice.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { forecastRun } from "#lib/server/runs/estimate.ts";
import { loadRunOptions } from "#lib/server/runs/options.ts";
import { presetIn } from "./preset.ts";

export const metadata: Metadata = { title: strings.newTitle };

export default async function NewRunPage({ params, searchParams }: PageProps<"/projects/[slug]/runs/new">) {
  const [actor, { slug }, query] = await Promise.all([requireActor(), params, searchParams]);
  const { options, preset, choice, forecast } = await load(async () => {
    const { project } = await requireProject(actor, slug, "runs.start");
    const preset = await presetIn(actor, project.id, query);
    const options = await loadRunOptions(actor, project.id, preset.recipeVersionId);
    const choice = firstChoice(project.id, options, preset);
    return { options, preset, choice, forecast: await forecastRun(actor, choice) };
  });
  return (
    <ReadingPage>
      <PageHeader title={strings.newTitle} description={strings.newDescription} />
      {options.prompts.all === 0 ? (
        <EmptyState
          title={strings.noPrompts}
          action={
            <LinkButton variant="primary" href={`/projects/${slug}/prompts/import`}>
              {strings.importPrompts}
            </LinkButton>
          }
        />
      ) : options.endpoints.length === 0 ? (
        <EmptyState title={strings.noEndpoints} />
      ) : options.recipes.length === 0 ? (
        <EmptyState
          title={strings.noRecipes}
          action={
            <LinkButton variant="primary" href={`/projects/${slug}/recipes/new`}>
              {strings.newRecipe}
            </LinkButton>
          }
        />
      ) : (
        <NewRunForm
          slug={slug}
          options={options}
          initial={{
            choice,
            opensReviews: preset.opensReviews ?? true,
            forecast,
            writers: preset.writers ?? [],
          }}
          given={preset.prompts ?? null}
          start={startRunAction}
          forecast={forecastRunAction}
        />
      )}
    </ReadingPage>
  );
}
