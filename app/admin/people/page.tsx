import type { Metadata } from "next";
import { z } from "zod";
import { load } from "#app/load.ts";
import { InvitationsTable } from "#components/people/invitations-table.tsx";
import { InviteDialog } from "#components/people/invite-dialog.tsx";
import { PeopleTable } from "#components/people/people-table.tsx";
import { SearchForm } from "#components/people/search-form.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { invitationStrings } from "#lib/domain/strings/invitations.ts";
import { peopleStrings as strings } from "#lib/domain/strings/people.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { listInvitations } from "#lib/server/people/invitations.ts";
import { listPeople } from "#lib/server/people/people.ts";
import { projectChoices } from "#lib/server/projects/list.ts";
import { inviteSomeone, withdraw } from "./actions.ts";

export const metadata: Metadata = { title: strings.title };

const Query = z.object({ search: z.string().trim().catch(""), after: z.uuid().optional().catch(undefined) });

type PeoplePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PeoplePage({ searchParams }: PeoplePageProps) {
  const { search, after } = Query.parse(await searchParams);
  const actor = await requireActor();
  const [{ people, next }, invitations, projects] = await load(() =>
    Promise.all([listPeople(actor, { search, after }), listInvitations(actor), projectChoices(actor)]),
  );
  return (
    <>
      <PageHeader
        title={strings.title}
        description={strings.description}
        actions={<InviteDialog invite={inviteSomeone} into={{ projects }} />}
      />
      <SearchForm search={search} />
      {people.length > 0 ? (
        <PeopleTable people={people} />
      ) : (
        <EmptyState
          title={strings.noneFound}
          action={<LinkButton href="/admin/people">{strings.everyone}</LinkButton>}
        >
          {strings.noneFoundHint}
        </EmptyState>
      )}
      {next && (
        <div className="mt-4 flex justify-end">
          <LinkButton size="sm" href={`/admin/people?${new URLSearchParams({ search, after: next })}`}>
            {strings.nextPage}
          </LinkButton>
        </div>
      )}
      <Section title={invitationStrings.title} className="mt-10">
        <InvitationsTable invitations={invitations} withdraw={withdraw} showProject />
      </Section>
    </>
  );
}
