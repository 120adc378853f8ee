import type { Metadata } from "next";
import { load } from "#app/load.ts";
import { ChoicesForm } from "#components/exposure/choices-form.tsx";
import { Evidence } from "#components/exposure/evidence.tsx";
import { LedgerSums } from "#components/exposure/ledger-sums.tsx";
import { SupportLink } from "#components/exposure/support-link.tsx";
import { Today } from "#components/exposure/today.tsx";
import { ReadingPage } from "#components/shell/page-layout.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { exposureStrings as strings } from "#lib/domain/strings/exposure.ts";
import { requireActor } from "#lib/server/access/actor.ts";
import { loadLedger } from "#lib/server/exposure/ledger.ts";
import { requireProject } from "#lib/server/projects/shell.ts";
import { saveExposureChoices } from "./actions.ts";

export const metadata: Metadata = { title: strings.title };

export default async function ExposurePage({ params }: PageProps<"/projects/[slug]/exposure">) {
  const [actor, { slug }] = await Promise.all([requireActor(), params]);
  const ledger = await load(async () => {
    const { project } = await requireProject(actor, slug, "records.review");
    return loadLedger(actor, project.id);
  });
  return (
    <ReadingPage>
      <PageHeader title={strings.title} description={strings.description} />
      <Section title={strings.today}>
        <Today ledger={ledger} />
      </Section>
      {ledger.supportUrl && (
        <Section title={strings.support}>
          <SupportLink href={ledger.supportUrl} />
        </Section>
      )}
      <Section title={strings.choices}>
        <ChoicesForm slug={slug} ledger={ledger} save={saveExposureChoices} />
      </Section>
      <Section title={strings.ledger}>
        <LedgerSums sums={ledger.sums} />
      </Section>
      <Section title={strings.evidence}>
        <Evidence />
      </Section>
    </ReadingPage>
  );
}
