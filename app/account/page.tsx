import type { Metadata } from "next";
import { headers } from "next/headers";
import { signOutHere } from "#app/sign-out.ts";
import { Browsers } from "#components/people/browsers.tsx";
import { PasswordForm } from "#components/people/password-form.tsx";
import { ProfileForm } from "#components/people/profile-form.tsx";
import { ReadingPage } from "#components/shell/page-layout.tsx";
import { PlainShell } from "#components/shell/plain-shell.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { accountStrings as strings } from "#lib/domain/strings/account.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadAccount } from "#lib/server/people/account.ts";
import { saveOwnPassword, saveOwnProfile, signOutOthers } from "./actions.ts";

export const metadata: Metadata = { title: strings.title };

export default async function AccountPage() {
  const actor = await requireActor();
  const { name, email, hasPassword, otherBrowsers } = await loadAccount(actor, await headers());
  return (
    <PlainShell actor={actor} signOut={signOutHere} title={strings.title}>
      <ReadingPage>
        <PageHeader title={strings.title} />
        {!hasPassword && (
          <Notice tone="warn" title={strings.unclaimed} className="mb-8">
            {strings.unclaimedHint}
          </Notice>
        )}
        <Section title={strings.profile} className="max-w-md">
          <ProfileForm
            key={email}
            name={name}
            email={email}
            hasPassword={hasPassword}
            save={saveOwnProfile}
          />
        </Section>
        <Section title={strings.password} className="max-w-md">
          <PasswordForm hasPassword={hasPassword} email={email} save={saveOwnPassword} />
        </Section>
        <Section title={strings.browsers} className="max-w-md">
          <Browsers others={otherBrowsers} signOutElsewhere={signOutOthers} />
        </Section>
      </ReadingPage>
    </PlainShell>
  );
}
