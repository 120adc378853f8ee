"use client";

import { IntervalChart } from "#components/charts/interval-chart.tsx";
import { datumOf, percent, rowOf, twoPlaces } from "#components/insights/figure-text.ts";
import type { EvaluationTable } from "#lib/domain/evaluation/evaluation.ts";
import { evaluationStrings as strings } from "#lib/domain/strings/evaluation.ts";
import { insightStrings } from "#lib/domain/strings/insights.ts";

const { columns: heads } = insightStrings;
const columnNames = [heads.what, heads.value, heads.interval, heads.n];

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
          <IntervalChart
            key={metric}
            title={strings.plot[metric]}
            summary={strings.plotSummary[metric]}
            columns={columnNames}
            data={named.map(([label, cell]) => datumOf(label, cell))}
            rows={named.map(([label, cell]) => rowOf(label, cell, percent))}
            format={percent}
          />
        );
      })}
      <IntervalChart
        title={strings.agreement}
        summary={strings.agreementSummary}
        columns={columnNames}
        data={columns.map(({ agreement }, place) => datumOf(nameOf(place), agreement))}
        rows={columns.map(({ agreement }, place) => rowOf(nameOf(place), agreement, twoPlaces))}
        format={twoPlaces}
      />
    </div>
  );
}
