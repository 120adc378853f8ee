import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import {
  addToProject,
  changeActive,
  changeAdmin,
  changeMemberRole,
  removeFromProject,
  resetPassword,
  signOutEverywhere,
} from "#app/admin/people/actions.ts";
import { load } from "#app/load.ts";
import { AddToProjectDialog } from "#components/people/add-to-project-dialog.tsx";
import { StateBadges } from "#components/people/people-table.tsx";
import { PersonControls } from "#components/people/person-controls.tsx";
import { PersonProjects } from "#components/people/person-projects.tsx";
import { DescriptionList, Fact } from "#components/ui/description-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { Time } from "#components/ui/time.tsx";
import { isStandIn } from "#lib/domain/people/first-admin.ts";
import { memberStrings as strings } from "#lib/domain/strings/members.ts";
import { peopleStrings } from "#lib/domain/strings/people.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadPerson } from "#lib/server/people/people.ts";
import { projectChoices } from "#lib/server/projects/list.ts";

export const metadata: Metadata = { title: peopleStrings.title };

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const actor = await requireActor();
  const [person, projects] = await load(() =>
    Promise.all([loadPerson(actor, id.data), projectChoices(actor)]),
  );
  const slugs = new Set(person.projects.map((project) => project.slug));
  const others = projects.filter((project) => !slugs.has(project.slug));
  return (
    <>
      <PageHeader
        title={person.name}
        meta={<StateBadges isAdmin={person.isAdmin} isActive={person.isActive} />}
      />
      <DescriptionList className="mb-6">
        <Fact term={peopleStrings.email}>{isStandIn(person.email) ? "–" : person.email}</Fact>
        <Fact term={strings.signIn}>{person.hasPassword ? strings.byPassword : strings.noPassword}</Fact>
        <Fact term={strings.browsers}>{person.browsers}</Fact>
        <Fact term={peopleStrings.joined}>
          <Time value={person.joinedAt} format="date" />
        </Fact>
      </DescriptionList>
      <div className="mb-9">
        <PersonControls
          person={person}
          actions={{ resetPassword, signOutEverywhere, changeAdmin, changeActive }}
        />
      </div>
      <Section
        title={peopleStrings.projects}
        action={
          <AddToProjectDialog userId={person.id} name={person.name} projects={others} add={addToProject} />
        }
      >
        <PersonProjects person={person} changeRole={changeMemberRole} remove={removeFromProject} />
      </Section>
    </>
  );
}
