import { DescriptionList, Fact } from "#components/ui/description-list.tsx";
import type { DeliberationView } from "#lib/domain/deliberation/view.ts";
import { deliberationPageStrings as strings } from "#lib/domain/strings/deliberation-page.ts";

/** Which policies the agents saw and which were left out, where the decomposer chose. */
export function PoliciesSeen({ policies }: { policies: NonNullable<DeliberationView["policies"]> }) {
  return (
    <DescriptionList className="mb-6">
      <Fact term={strings.policiesSeen}>{names(policies.seen)}</Fact>
      <Fact term={strings.policiesLeftOut}>{names(policies.leftOut) || strings.nothingLeftOut}</Fact>
    </DescriptionList>
  );
}

function names(policies: readonly { number: number; title: string }[]): string {
  return policies.map(({ number, title }) => `${number} ${title}`).join(" · ");
}
