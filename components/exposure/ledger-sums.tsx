import { BarChart } from "#components/charts/bar-chart.tsx";
import { Severity } from "#components/prompts/severity.tsx";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import type { ExposureSum } from "#lib/domain/exposure/ledger.ts";
import { severities } from "#lib/domain/prompt/prompt.ts";
import { exposureStrings as strings } from "#lib/domain/strings/exposure.ts";
import { promptStrings } from "#lib/domain/strings/prompts.ts";

const { ledgerColumns: columns } = strings;

/** What somebody had to read: minutes by severity, and each category under it. */
export function LedgerSums({ sums }: { sums: readonly ExposureSum[] }) {
  if (sums.length === 0) return <p className="text-sm text-ink-3">{strings.empty}</p>;
  const bySeverity = severities.flatMap((severity) => {
    const of = sums.filter((sum) => sum.severity === severity);
    return of.length === 0
      ? []
      : [
          {
            label: promptStrings.severity[severity],
            value: minutesOf(of.reduce((sum, { seconds }) => sum + seconds, 0)),
          },
        ];
  });
  return (
    <>
      <BarChart
        title={strings.ledgerMinutes}
        summary={strings.ledgerHint}
        columns={[columns.severity, columns.minutes]}
        data={bySeverity}
      />
      <div className="mt-5">
        <Table label={strings.ledger}>
          <TableHead>
            <HeaderCell>{columns.category}</HeaderCell>
            <HeaderCell>{columns.severity}</HeaderCell>
            <HeaderCell align="end">{columns.records}</HeaderCell>
            <HeaderCell align="end">{columns.minutes}</HeaderCell>
          </TableHead>
          <TableBody>
            {sums.map(({ category, severity, records, seconds }) => (
              <Row key={`${category}:${severity}`}>
                <Cell>
                  <span dir="auto">{category ?? strings.noCategory}</span>
                </Cell>
                <Cell label={columns.severity}>
                  <Severity level={severity} />
                </Cell>
                <Cell label={columns.records} align="end">
                  {records.toLocaleString("en")}
                </Cell>
                <Cell label={columns.minutes} align="end">
                  {minutesOf(seconds).toLocaleString("en")}
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
    </>
  );
}

/** To a tenth: a short look is not nothing. */
function minutesOf(seconds: number): number {
  return Math.round(seconds / 6) / 10;
}
