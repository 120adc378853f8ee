"use client";

import { IntervalChart } from "#components/charts/interval-chart.tsx";
import { dimensions } from "#lib/domain/grading/dimension.ts";
import type { Agreement, Scale } from "#lib/domain/insights/agreement.ts";
import { gradingStrings } from "#lib/domain/strings/grading.ts";
import { insightStrings as strings } from "#lib/domain/strings/insights.ts";
import { datumOf, rowOf, twoPlaces } from "./figure-text.ts";

const { columns } = strings;
const heads = [columns.what, columns.value, columns.interval, columns.n];

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
      <IntervalChart
        title={strings.alpha}
        summary={strings.alphaSummary(agreement.rounds)}
        columns={heads}
        data={alphas.map(([label, alpha]) => datumOf(label, alpha))}
        rows={alphas.map(([label, alpha]) => rowOf(label, alpha, twoPlaces))}
        format={twoPlaces}
      />
      <IntervalChart
        title={strings.kappa}
        summary={strings.kappaSummary}
        columns={heads}
        data={kappas.map(([label, kappa]) => datumOf(label, kappa))}
        rows={kappas.map(([label, kappa]) => rowOf(label, kappa, twoPlaces))}
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
