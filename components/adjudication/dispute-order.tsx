"use client";

import { Section } from "#components/ui/section.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { givenOrder, ordersDiffer } from "#lib/domain/adjudication/compare.ts";
import { chosenOrder, takeOrder } from "#lib/domain/adjudication/compose.ts";
import type { Dispute } from "#lib/domain/adjudication/view.ts";
import type { ReviewDraft } from "#lib/domain/review/draft.ts";
import { adjudicationStrings as strings } from "#lib/domain/strings/adjudication.ts";

type DisputeOrderProps = {
  dispute: Dispute;
  draft: ReviewDraft;
  change: (edit: (draft: ReviewDraft) => ReviewDraft) => void;
};

/** Whose order the thoughts stand in; nothing where all have the same. */
export function DisputeOrder({ dispute: { base, readings }, draft, change }: DisputeOrderProps) {
  if (!ordersDiffer(base, readings)) return null;
  const said = new Map(
    readings.map(({ id, by, content }) => [String(givenOrder(base, content)), { id, by }]),
  );
  const natural = String(givenOrder(base, base));
  if (!said.has(natural)) said.set(natural, { id: "given", by: strings.asGiven });
  const current = String(givenOrder(base, orderOf(chosenOrder(draft, base, readings))));
  function orderOf(choice: string) {
    return readings.find(({ id }) => id === choice)?.content ?? base;
  }
  return (
    <Section title={strings.order}>
      <Segmented
        label={strings.order}
        options={[...said].map(([order, { by }]) => ({ value: order, label: strings.orderOf(by, order) }))}
        value={current}
        onValueChange={(order) =>
          change((before) => takeOrder(before, base, readings, said.get(order)?.id ?? "given"))
        }
      />
    </Section>
  );
}
