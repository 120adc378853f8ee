import type { Metadata } from "next";
import { ResetForm } from "#components/people/reset-form.tsx";
import { UnusableLink } from "#components/people/unusable-link.tsx";
import { EntryPage } from "#components/shell/entry-page.tsx";
import { entryStrings } from "#lib/domain/strings/entry.ts";
import { findLink } from "#lib/server/auth/one-time-link.ts";
import { resetHere } from "./actions.ts";

const { reset: strings } = entryStrings;

export const metadata: Metadata = { title: strings.title };

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  if (!(await findLink("reset", token))) return <UnusableLink />;
  return (
    <EntryPage title={strings.title} sentence={strings.sentence}>
      <ResetForm token={token} reset={resetHere} />
    </EntryPage>
  );
}
