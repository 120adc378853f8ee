import { BarChart } from "#components/charts/bar-chart.tsx";
import { Severity } from "#components/prompts/severity.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ExposureTotal } from "#lib/domain/exposure/totals.ts";
import { exposureStrings } from "#lib/domain/strings/exposure.ts";
import { promptStrings } from "#lib/domain/strings/prompts.ts";

const { totals: strings, ledgerColumns: columns, noCategory } = exposureStrings;

type ExposureTotalsProps = { totals: readonly ExposureTotal[]; from: string; to: string };

/** What many people had to read together; a sum over too few says only that. */
export function ExposureTotals({ totals, from, to }: ExposureTotalsProps) {
  const shown = totals.flatMap(({ category, severity, sum }) =>
    sum === null
      ? []
      : [
          {
            label: `${category ?? noCategory}, ${promptStrings.severity[severity]}`,
            value: hoursOf(sum.seconds),
          },
        ],
  );
  return (
    <>
      <p className="max-w-[66ch] text-sm text-ink-2">{strings.description}</p>
      <p className="mt-1.5 mb-6 text-xs text-ink-3">
        {strings.weeks} <Time value={from} format="date" /> {strings.until}{" "}
        <Time value={lastDayBefore(to)} format="date" />
      </p>
      {totals.length === 0 && <EmptyState title={strings.none}>{strings.noneText}</EmptyState>}
      {shown.length > 0 && (
        <div className="mb-6">
          <BarChart title={strings.hours} columns={[columns.category, strings.hours]} data={shown} />
        </div>
      )}
      {totals.length > 0 && (
        <Table label={strings.title}>
          <TableHead>
            <HeaderCell>{columns.category}</HeaderCell>
            <HeaderCell>{columns.severity}</HeaderCell>
            <HeaderCell align="end">{columns.records}</HeaderCell>
            <HeaderCell align="end">{strings.hours}</HeaderCell>
          </TableHead>
          <TableBody>
            {totals.map(({ category, severity, sum }) => (
              <Row key={`${category}:${severity}`}>
                <Cell>
                  <span dir="auto">{category ?? noCategory}</span>
                </Cell>
                <Cell label={columns.severity}>
                  <Severity level={severity} />
                </Cell>
                {sum === null ? (
                  <Cell align="end" className="text-ink-3" colSpan={2}>
                    {strings.tooFew}
                  </Cell>
                ) : (
                  <>
                    <Cell label={columns.records} align="end">
                      {sum.records.toLocaleString("en")}
                    </Cell>
                    <Cell label={strings.hours} align="end">
                      {hoursOf(sum.seconds).toLocaleString("en")}
                    </Cell>
                  </>
                )}
              </Row>
            ))}
          </TableBody>
        </Table>
      )}
    </>
  );
}

/** Weeks are counted up to a day that is not in them. */
function lastDayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString();
}

function hoursOf(seconds: number): number {
  return Math.round(seconds / 360) / 10;
}
