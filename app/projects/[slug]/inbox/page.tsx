import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { InboxList } from "#components/inbox/inbox-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { inboxStrings as strings } from "#lib/domain/strings/inbox.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadInbox } from "#lib/server/inbox/load.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { markInboxRead } from "./actions.ts";

export const metadata: Metadata = { title: strings.title };

export default async function InboxPage({ params }: PageProps<"/projects/[slug]/inbox">) {
  const [actor, { slug }] = await Promise.all([requireActor(), params]);
  const inbox = await load(async () => {
    const { project } = await requireProject(actor, slug, "records.review");
    return loadInbox(actor, project.id);
  });
  return (
    <>
      <PageHeader title={strings.title} description={strings.description} />
      {inbox.items.length === 0 ? (
        <EmptyState title={strings.none}>{strings.noneText}</EmptyState>
      ) : (
        <InboxList inbox={inbox} slug={slug} markRead={markInboxRead} />
      )}
    </>
  );
}
