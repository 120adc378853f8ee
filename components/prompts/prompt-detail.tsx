import type { ReactNode } from "react";
import { Tombstone } from "#components/erase/tombstone.tsx";
import { Messages } from "#components/prompts/messages.tsx";
import { Severity } from "#components/prompts/severity.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { DescriptionList, Fact } from "#components/ui/description-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { Synthetic } from "#components/ui/synthetic.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { PromptView } from "#lib/domain/prompt/view.ts";
import { deliberationPageStrings } from "#lib/domain/strings/deliberation-page.ts";
import { homeStrings } from "#lib/domain/strings/home.ts";
import { promptStrings as strings } from "#lib/domain/strings/prompts.ts";

/** One prompt: what it says, where it came from, what became of it. */
export function PromptDetail({
  prompt,
  slug,
  actions,
}: {
  prompt: PromptView;
  slug: string;
  actions?: ReactNode;
}) {
  return (
    <>
      <PageHeader
        title={strings.promptNumber(prompt.number)}
        meta={
          <>
            <Severity level={prompt.severity} full />
            {prompt.evaluation && <Badge tone="accent">{strings.evaluation}</Badge>}
          </>
        }
        actions={actions}
      />
      {prompt.erased ? <Tombstone {...prompt.erased} /> : <Messages messages={prompt.messages} />}
      <Section title={strings.source} className="mt-8">
        <DescriptionList>
          <Fact term={strings.dataSet}>{prompt.dataSet ?? strings.unknown}</Fact>
          {prompt.sourceRow === null ? null : <Fact term={strings.row}>{prompt.sourceRow}</Fact>}
          <Fact term={strings.category}>
            {[prompt.category, prompt.subcategory].filter(Boolean).join(" › ") || strings.unknown}
          </Fact>
          <Fact term={strings.licence}>{prompt.licence ?? strings.unknown}</Fact>
          <Fact term={strings.imported}>
            {prompt.importNumber === null ? null : `${strings.importNumber(prompt.importNumber)}, `}
            <Time value={prompt.createdAt} />
          </Fact>
        </DescriptionList>
      </Section>
      <Section title={strings.deliberations}>
        {prompt.deliberations.length === 0 ? (
          <p className="text-ink-2 text-sm">{strings.noDeliberations}</p>
        ) : (
          <ul className="divide-y divide-line border-line border-y text-sm">
            {prompt.deliberations.map((one) => (
              <li key={one.ref} className="flex flex-wrap items-center gap-3 py-2">
                <TextLink href={`/projects/${slug}/runs/${one.runNumber}/${prompt.number}`}>
                  {one.ref}
                </TextLink>
                <span className="text-ink-2">{one.recipe}</span>
                {one.synthetic ? <Synthetic /> : null}
                {one.outcome ? (
                  <span className="ml-auto text-ink-2">{deliberationPageStrings.outcome[one.outcome]}</span>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={strings.records}>
        {prompt.records.length === 0 ? (
          <p className="text-ink-2 text-sm">{strings.noRecords}</p>
        ) : (
          <ul className="divide-y divide-line border-line border-y text-sm">
            {prompt.records.map((record) => (
              <li key={record.ref} className="flex flex-wrap items-center gap-3 py-2">
                <TextLink href={`/projects/${slug}/review/${record.ref}`}>{record.ref}</TextLink>
                <span className="ml-auto text-ink-2">{homeStrings.status[record.status]}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
