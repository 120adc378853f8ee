import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "#components/people/sign-in-form.tsx";
import { EntryPage } from "#components/shell/entry-page.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { nextPage } from "#lib/domain/people/next-page.ts";
import { entryStrings } from "#lib/domain/strings/entry.ts";
import { currentActor } from "#lib/server/access/actor.ts";
import { awaitsFirstSignIn } from "#lib/server/auth/first-sign-in.ts";
import { signInHere } from "./actions.ts";

const { signIn: strings } = entryStrings;

export const metadata: Metadata = { title: strings.title };

type SignInPageProps = { searchParams: Promise<{ next?: string | string[]; link?: string }> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next: asked, link } = await searchParams;
  const next = nextPage([asked].flat()[0]);
  if (await currentActor()) redirect(next);
  return (
    <EntryPage title={strings.title}>
      {link === "used" ? (
        <Notice tone="warn" title={strings.linkUsed} className="mb-6">
          {strings.linkUsedHint}
        </Notice>
      ) : (
        (await awaitsFirstSignIn()) && (
          <Notice title={strings.first} className="mb-6">
            {strings.firstHint}
          </Notice>
        )
      )}
      <SignInForm next={next} signIn={signInHere} />
    </EntryPage>
  );
}
