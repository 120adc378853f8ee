import type { ChartColour } from "#components/charts/chart-colour.ts";
import { ShareBar } from "#components/charts/share-bar.tsx";
import { type Outcome, outcomes } from "#lib/domain/deliberation/outcome.ts";
import { deliberationPageStrings } from "#lib/domain/strings/deliberation-page.ts";
import { runPageStrings as strings } from "#lib/domain/strings/run-pages.ts";

/** What an outcome is painted with, wherever it is plotted. */
export const outcomeColour: Record<Outcome, ChartColour> = {
  consensus: "ok",
  rounds_spent: "accent",
  completed: "ok",
  agent_refused: "warn",
  unparseable: "bad",
  truncated: "bad",
  budget_spent: "warn",
  endpoint_failed: "bad",
  cancelled: "neutral",
};

/** How the deliberations of a run ended, every number written beside its share. */
export function OutcomeBar({
  counts,
  subjects,
}: {
  counts: Partial<Record<Outcome, number>>;
  subjects: number;
}) {
  const shares = outcomes.map((outcome) => ({
    label: deliberationPageStrings.outcome[outcome],
    value: counts[outcome] ?? 0,
    colour: outcomeColour[outcome],
  }));
  if (shares.every(({ value }) => value === 0)) return null;
  return <ShareBar label={strings.outcomes} shares={shares} total={subjects} />;
}
