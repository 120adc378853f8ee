import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { InvitationsTable } from "#components/people/invitations-table.tsx";
import { InviteDialog } from "#components/people/invite-dialog.tsx";
import { MembersTable } from "#components/people/members-table.tsx";
import { Section } from "#components/ui/section.tsx";
import { invitationStrings } from "#lib/domain/strings/invitations.ts";
import { memberStrings } from "#lib/domain/strings/members.ts";
import { peopleStrings } from "#lib/domain/strings/people.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { listProjectInvitations } from "#lib/server/people/invitations.ts";
import { listMembers } from "#lib/server/people/members.ts";
import { changeMemberRole, inviteSomeone, remove, withdraw } from "./actions.ts";

export const metadata: Metadata = { title: peopleStrings.title };

export default async function MembersPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const actor = await requireActor();
  const [members, invitations] = await load(() =>
    Promise.all([listMembers(actor, slug), listProjectInvitations(actor, slug)]),
  );
  return (
    <>
      <Section title={memberStrings.members} action={<InviteDialog invite={inviteSomeone} into={{ slug }} />}>
        <MembersTable
          slug={slug}
          ownId={actor.userId}
          members={members}
          changeRole={changeMemberRole}
          remove={remove}
        />
      </Section>
      <Section title={invitationStrings.title}>
        <InvitationsTable invitations={invitations} withdraw={withdraw} />
      </Section>
    </>
  );
}
