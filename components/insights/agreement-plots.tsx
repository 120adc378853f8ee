"use client";

import { dimensions } from "#lib/domain/grading/dimension.ts";
import type { Agreement, Scale } from "#lib/domain/insights/agreement.ts";
import { gradingStrings } from "#lib/domain/strings/grading.ts";
import { insightStrings as strings } from "#lib/domain/strings/insights.ts";
import { EstimateChart } from "./estimate-chart.tsx";
import { twoPlaces } from "./figure-text.ts";

type AgreementPlotsProps = { agreement: Agreement; names: Readonly<Record<string, string>> };

/** How reviewers agree: all of them together, then each two. */
export function AgreementPlots({ agreement, names }: AgreementPlotsProps) {
  const alphas = agreement.alphas.map(({ scale, alpha }) => [nameOf(scale), alpha] as const);
  const kappas = agreement.pairs.flatMap(({ pair: [one, other], decisions, labels }) => {
    const pair = strings.pair(names[one] ?? one, names[other] ?? other);
    return [
      ...(decisions ? [[strings.pairOn(pair, strings.scales.decisions), decisions] as const] : []),
      ...(labels ? [[strings.pairOn(pair, strings.scales.labels), labels] as const] : []),
    ];
  });
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-9 xl:grid-cols-2">
      <EstimateChart
        title={strings.alpha}
        summary={strings.alphaSummary(agreement.rounds)}
        estimates={alphas}
        format={twoPlaces}
      />
      <EstimateChart
        title={strings.kappa}
        summary={strings.kappaSummary}
        estimates={kappas}
        format={twoPlaces}
      />
    </div>
  );
}

function nameOf(scale: Scale): string {
  if (scale.kind !== "score") return strings.scales[scale.kind];
  const dimension = dimensions.find((one) => one === scale.dimension);
  return strings.score(dimension ? gradingStrings.dimension[dimension] : scale.dimension);
}
