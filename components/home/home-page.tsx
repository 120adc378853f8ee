import type { ReactNode } from "react";
import { Figures } from "#components/home/figures.tsx";
import { FirstSteps } from "#components/home/first-steps.tsx";
import { RunsTable } from "#components/runs/runs-table.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Home } from "#lib/domain/project/home.ts";
import { homeStrings as strings } from "#lib/domain/strings/home.ts";

/** What waits for me, what is running, how good it is: in one look. */
export function HomePage({
  home,
  slug,
  start,
  watch,
}: {
  home: Home;
  slug: string;
  /** The button that claims the next record; null for those who do not review. */
  start: ReactNode;
  /** The button that starts a deliberation to watch; null for those who start no runs. */
  watch: ReactNode;
}) {
  const { overview } = home;
  const stepsLeft = overview !== null && Object.values(overview.steps).some((done) => !done);
  return (
    <>
      {start ? <Waiting home={home} slug={slug} start={start} watch={stepsLeft ? null : watch} /> : null}
      {overview && stepsLeft ? (
        <FirstSteps steps={overview.steps} slug={slug} watch={watch} prompts={overview.prompts} />
      ) : null}
      {overview ? (
        <>
          <Section
            title={strings.running}
            action={<TextLink href={`/projects/${slug}/runs`}>{strings.allRuns}</TextLink>}
          >
            {overview.running.length > 0 ? (
              <RunsTable runs={overview.running} slug={slug} />
            ) : (
              <p className="text-ink-2 text-sm">{strings.runningNone}</p>
            )}
          </Section>
          <Figures overview={overview} slug={slug} />
        </>
      ) : null}
    </>
  );
}

function Waiting({
  home,
  slug,
  start,
  watch,
}: {
  home: Home;
  slug: string;
  start: ReactNode;
  watch: ReactNode;
}) {
  return (
    <section className="mb-9 border-line border-b pb-8">
      <h1 className="font-medium font-read text-title text-pretty">
        {strings.waitingTitle(home.waitingForMe)}
      </h1>
      <p className="mt-1 max-w-[60ch] text-ink-2 text-sm">
        {home.waitingForMe > 0 || home.unfinished ? strings.waitingText : strings.waitingNone}
      </p>
      <div className="mt-4 flex flex-wrap gap-2.5 empty:hidden">
        {home.unfinished ? (
          <LinkButton variant="primary" href={`/projects/${slug}/review/${home.unfinished}`}>
            {strings.continue(home.unfinished)}
          </LinkButton>
        ) : home.waitingForMe > 0 ? (
          start
        ) : null}
        {watch}
      </div>
    </section>
  );
}
