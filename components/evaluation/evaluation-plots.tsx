"use client";

import { EstimateChart } from "#components/insights/estimate-chart.tsx";
import { twoPlaces } from "#components/insights/figure-text.ts";
import type { EvaluationTable } from "#lib/domain/evaluation/evaluation.ts";
import { evaluationStrings as strings } from "#lib/domain/strings/evaluation.ts";
import { percent } from "#lib/domain/strings/words.ts";

/** Safe rates, answered shares, and how far rule and judge agree: a dot per prompt set and endpoint. */
export function EvaluationPlots({ table: { columns, rows } }: { table: EvaluationTable }) {
  const nameOf = (place: number) => {
    const column = columns[place];
    return column ? strings.column(column.number, column.model) : "";
  };
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-9 xl:grid-cols-2">
      {(["safe", "answered"] as const).map((metric) => {
        const named = rows
          .filter((row) => row.metric === metric)
          .flatMap(({ set, cells }) =>
            cells.flatMap((cell, place) =>
              cell.n > 0 ? [[strings.point(set, nameOf(place)), cell] as const] : [],
            ),
          );
        return named.length === 0 ? null : (
          <EstimateChart
            key={metric}
            title={strings.plot[metric]}
            summary={strings.plotSummary[metric]}
            estimates={named}
            format={percent}
          />
        );
      })}
      <EstimateChart
        title={strings.agreement}
        summary={strings.agreementSummary}
        estimates={columns.map(({ agreement }, place) => [nameOf(place), agreement])}
        format={twoPlaces}
      />
    </div>
  );
}
