"use client";

import { useState } from "react";
import type { ServerAction } from "#components/ui/action-state.ts";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { Section } from "#components/ui/section.tsx";
import {
  type AddedClausesTouch,
  addedClausesTouch,
  type Impact,
  type RecordCounts,
} from "#lib/domain/policy/view.ts";
import { policiesStrings } from "#lib/domain/strings/policies.ts";
import { Confirmation } from "./confirmation.tsx";

const strings = policiesStrings.publish;

type PublishFormProps = {
  address: { slug: string; number: number };
  draftVersion: number;
  version: number;
  impact: Impact;
  /** Whether clauses were added, about which the lead has a choice. */
  hasAdded: boolean;
  publish: ServerAction<
    { slug: string; number: number; draftVersion: number; addedTouch: AddedClausesTouch },
    { version: number; stale: number }
  >;
};

/** What publishing a policy touches, the one choice about it, and the button that does it. */
export function PublishForm({ address, draftVersion, version, impact, hasAdded, publish }: PublishFormProps) {
  const [addedTouch, setAddedTouch] = useState<AddedClausesTouch>("none");
  const isFirst = version === 1;
  const { citing, openRuns } = impact;

  return (
    <>
      <Section title={strings.touches}>
        <ul className="grid max-w-read gap-1.5 text-sm">
          <li>
            {citing.approved + citing.waiting > 0
              ? strings.becomeStale(citing.approved, citing.waiting)
              : strings.noneStale}
          </li>
          {openRuns > 0 && <li>{strings.openRuns(openRuns)}</li>}
        </ul>
        {hasAdded && !isFirst && impact.all.approved + impact.all.waiting > 0 && (
          <fieldset className="mt-5">
            <legend className="mb-1.5 text-sm font-medium">{strings.addedQuestion}</legend>
            <RadioGroup
              label={strings.addedQuestion}
              value={addedTouch}
              onValueChange={setAddedTouch}
              options={addedClausesTouch.map((value) => ({
                value,
                label: strings.addedChoices[value],
                hint: countsOf(value, impact),
              }))}
            />
          </fieldset>
        )}
      </Section>
      <Confirmation
        href={`/projects/${address.slug}/policies/${address.number}`}
        label={strings.action(version)}
        run={() => publish({ ...address, draftVersion, addedTouch })}
        told={(done) => strings.done(done.version, done.stale)}
      />
    </>
  );
}

function countsOf(touch: AddedClausesTouch, impact: Impact): string | undefined {
  const counts: Partial<Record<AddedClausesTouch, RecordCounts>> = {
    citing_policy: impact.citingPolicy,
    all: impact.all,
  };
  const of = counts[touch];
  return of && strings.addedCounts(of.approved, of.waiting);
}
