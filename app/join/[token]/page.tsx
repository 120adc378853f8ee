import type { Metadata } from "next";
import { signOutHere } from "#app/sign-out.ts";
import { JoinAs } from "#components/people/join-as.tsx";
import { JoinForm } from "#components/people/join-form.tsx";
import { UnusableLink } from "#components/people/unusable-link.tsx";
import { EntryPage } from "#components/shell/entry-page.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { commonStrings } from "#lib/domain/strings/common.ts";
import { entryStrings } from "#lib/domain/strings/entry.ts";
import { currentActor } from "#lib/server/access/actor.ts";
import { findInvitation } from "#lib/server/people/join.ts";
import { joinNew, joinSignedIn } from "./actions.ts";

const { join: strings } = entryStrings;

export const metadata: Metadata = { title: strings.title(commonStrings.productName) };

export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const offer = await findInvitation(token);
  if (!offer) return <UnusableLink />;
  const actor = await currentActor();
  return (
    <EntryPage
      title={strings.title(offer.projectName ?? commonStrings.productName)}
      sentence={strings.sentence(offer.invitedBy, offer.role, offer.isAdmin)}
    >
      {actor ? (
        <JoinAs token={token} name={actor.name} join={joinSignedIn} signOut={signOutHere} />
      ) : (
        <>
          <JoinForm token={token} email={offer.email ?? ""} join={joinNew} />
          <p className="mt-5 text-sm text-ink-2">
            {strings.hasAccount}{" "}
            <TextLink href={`/sign-in?next=/join/${token}`}>{strings.signInFirst}</TextLink>
          </p>
        </>
      )}
    </EntryPage>
  );
}
