import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { adjudicate, undoAdjudication } from "#app/projects/[slug]/adjudication/actions.ts";
import { DisputePage } from "#components/adjudication/dispute-page.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { adjudicationStrings as strings } from "#lib/domain/strings/adjudication.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadDispute } from "#lib/server/adjudications/load.ts";
import { requireProject } from "#lib/server/projects/shell.ts";

type Props = PageProps<"/projects/[slug]/adjudication/[ref]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: strings.titleOf((await params).ref) };
}

export default async function AdjudicatePage({ params }: Props) {
  const [actor, { slug, ref }] = await Promise.all([requireActor(), params]);
  const dispute = await load(async () => {
    const { project } = await requireProject(actor, slug, "records.adjudicate");
    return loadDispute(actor, project.id, ref);
  });
  if (typeof dispute === "string") {
    return (
      <EmptyState
        title={strings.titleOf(ref)}
        action={
          <>
            <LinkButton href={`/projects/${slug}/review/${ref}`}>{strings.toRecord}</LinkButton>
            <LinkButton href={`/projects/${slug}/adjudication`}>{strings.toList}</LinkButton>
          </>
        }
      >
        {dispute === "own_review" ? strings.ownReview : strings.nothingToDecide}
      </EmptyState>
    );
  }
  return <DisputePage key={dispute.roundId} dispute={dispute} decide={adjudicate} undo={undoAdjudication} />;
}
