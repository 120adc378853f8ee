"use client";

import { BarChart } from "#components/charts/bar-chart.tsx";
import { Section } from "#components/ui/section.tsx";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { partOf } from "#lib/domain/grading/quality-csv.ts";
import type { Quality } from "#lib/domain/grading/quality-view.ts";
import { perApproved, type RunYield, reviewerChanges } from "#lib/domain/grading/run-yield.ts";
import { decisions } from "#lib/domain/review/draft.ts";
import { formatAmount, formatCost } from "#lib/domain/run/format.ts";
import { deliberationPageStrings } from "#lib/domain/strings/deliberation-page.ts";
import { insightStrings } from "#lib/domain/strings/insights.ts";
import { qualityStrings as strings } from "#lib/domain/strings/quality.ts";

type YieldPlotsProps = { quality: Quality; csv: string };

/** What two runs took for each approved record, what their refiners removed, and what reviewers changed. */
export function YieldPlots({ quality: { yields, synthetic }, csv }: YieldPlotsProps) {
  const note = (text: string) => (synthetic ? strings.synthetic(text) : text);
  return (
    <>
      <Spent yields={yields} note={note} csv={partOf(csv, "spent")} />
      <div className="mt-10 grid grid-cols-1 gap-x-12 gap-y-9 xl:grid-cols-2">
        {yields.map(({ run, refined }) =>
          refined.removed.length === 0 ? null : (
            <BarChart
              key={`refined ${run}`}
              title={strings.refined(run)}
              summary={note(strings.refinedSummary(refined.thoughts, refined.records))}
              columns={[strings.label, strings.thoughts]}
              data={refined.removed.map(({ label, n }) => ({
                label: deliberationPageStrings.label[label],
                value: n,
                colour: "refiner" as const,
              }))}
              csv={partOf(csv, "refined")}
            />
          ),
        )}
        {yields.map(({ run, reviewed }) =>
          reviewed.reviews === 0 ? null : (
            <BarChart
              key={`reviewed ${run}`}
              title={strings.reviewed(run)}
              summary={note(strings.reviewedSummary(reviewed.thoughts, reviewed.reviews))}
              columns={[strings.change, insightStrings.columns.n]}
              data={[
                ...reviewerChanges.map((change) => ({
                  label: strings.changes[change],
                  value: reviewed.changes[change],
                })),
                ...decisions.map((decision) => ({
                  label: strings.decisions[decision],
                  value: reviewed.decisions[decision],
                })),
              ]}
              csv={partOf(csv, "reviewed")}
            />
          ),
        )}
      </div>
    </>
  );
}

type SpentProps = { yields: readonly RunYield[]; note: (text: string) => string; csv: string };

/** Tokens and money for each approved record; the sums they come from under it. */
function Spent({ yields, note, csv }: SpentProps) {
  const each = yields.flatMap((one) => {
    const figures = perApproved(one);
    return figures ? [{ label: strings.runName(one.run), ...figures }] : [];
  });
  const heads = strings.spentColumns;
  return (
    <Section title={strings.spent} className="mt-10">
      {each.length === 0 ? (
        <p className="mb-4 text-sm text-ink-2">{strings.noneApproved}</p>
      ) : (
        <div className="mb-6 grid grid-cols-1 gap-x-12 gap-y-9 xl:grid-cols-2">
          <BarChart
            title={strings.tokensEach}
            summary={note(strings.eachSummary)}
            columns={[insightStrings.columns.what, strings.tokensEach]}
            data={each.map(({ label, tokens }) => ({ label, value: tokens }))}
            format={(tokens) => Math.round(tokens).toLocaleString("en")}
            csv={csv}
          />
          {each.some(({ costMicros }) => costMicros > 0) && (
            <BarChart
              title={strings.costEach}
              summary={note(strings.eachSummary)}
              columns={[insightStrings.columns.what, strings.costEach]}
              data={each.map(({ label, costMicros }) => ({ label, value: costMicros }))}
              format={formatCost}
              csv={csv}
            />
          )}
        </div>
      )}
      <Table label={strings.spent}>
        <TableHead>
          <HeaderCell>{heads[0]}</HeaderCell>
          {heads.slice(1).map((head) => (
            <HeaderCell key={head} align="end">
              {head}
            </HeaderCell>
          ))}
        </TableHead>
        <TableBody>
          {yields.map((one) => (
            <Row key={one.run}>
              <Cell className="font-medium">{strings.runName(one.run)}</Cell>
              {cellsOf(one).map((cell, place) => (
                <Cell key={heads[place + 1]} label={heads[place + 1]} align="end">
                  {cell}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </Table>
    </Section>
  );
}

function cellsOf(one: RunYield): string[] {
  const each = perApproved(one);
  return [
    one.records.toLocaleString("en"),
    one.approved.toLocaleString("en"),
    formatAmount(one.tokensIn),
    formatAmount(one.tokensCached),
    formatAmount(one.tokensOut),
    formatCost(one.costMicros),
    each ? formatAmount(Math.round(each.tokens)) : strings.none,
    each ? formatCost(each.costMicros) : strings.none,
  ];
}
