"use client";

import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { deliberationPageStrings } from "#lib/domain/strings/deliberation-page.ts";
import { roomStrings } from "#lib/domain/strings/review-room.ts";
import { useRoom } from "./room-context.tsx";

const { facts: strings } = roomStrings;

/** Where the record comes from and what it is judged by, each a step away. */
export function RecordFacts() {
  const { project, record, shown, policySet } = useRoom().room;
  const base = `/projects/${project.slug}`;
  const { outcome, deliberation } = record;
  return (
    <Section title={strings.title} className="mb-4">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-xs text-ink-2 tabular-nums">
        <dt className="text-ink-3">{strings.origin}</dt>
        <dd>
          {outcome === null ? (
            roomStrings.imported
          ) : deliberation ? (
            <TextLink href={`${base}/runs/${deliberation.run}/${deliberation.prompt}`}>
              {deliberationPageStrings.outcome[outcome]}
            </TextLink>
          ) : (
            deliberationPageStrings.outcome[outcome]
          )}
        </dd>
        <dt className="text-ink-3">{strings.revision}</dt>
        <dd>{shown.number}</dd>
        <dt className="text-ink-3">{strings.policies}</dt>
        <dd>
          <TextLink href={`${base}/policies`}>{strings.version(policySet)}</TextLink>
        </dd>
      </dl>
    </Section>
  );
}
