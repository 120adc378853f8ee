import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { startReviewing } from "#app/projects/[slug]/review/actions.ts";
import { watchDeliberation } from "#app/projects/[slug]/runs/actions.ts";
import { HomePage } from "#components/home/home-page.tsx";
import { StartButton } from "#components/home/start-button.tsx";
import { UnclaimedNotice } from "#components/people/unclaimed-notice.tsx";
import { WatchButton } from "#components/runs/watch-button.tsx";
import { can } from "#lib/domain/access/can.ts";
import { isStandIn } from "#lib/domain/people/first-admin.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadHome } from "#lib/server/projects/home.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

export async function generateMetadata({ params }: PageProps<"/projects/[slug]">): Promise<Metadata> {
  const [actor, { slug }] = await Promise.all([requireActor(), params]);
  const { project } = await load(() => requireProject(actor, slug, "project.read"));
  return { title: project.name };
}

export default async function ProjectPage({ params }: PageProps<"/projects/[slug]">) {
  const [actor, { slug }] = await Promise.all([requireActor(), params]);
  const { home, role } = await load(async () => {
    const { project, role } = await requireProject(actor, slug, "project.read");
    return { role, home: await loadHome(actor, project.id) };
  });
  return (
    <>
      {isStandIn(actor.email) && <UnclaimedNotice />}
      <HomePage
        home={home}
        slug={slug}
        start={can(actor, "records.review", role) ? <StartButton slug={slug} start={startReviewing} /> : null}
        watch={can(actor, "runs.start", role) ? <WatchButton slug={slug} watch={watchDeliberation} /> : null}
      />
    </>
  );
}
